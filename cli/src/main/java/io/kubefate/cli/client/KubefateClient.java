package io.kubefate.cli.client;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Chart;
import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterImage;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.DryRun;
import io.kubefate.api.ImagesArgs;
import io.kubefate.api.Job;
import io.kubefate.api.Namespace;
import io.kubefate.api.Reply;
import io.kubefate.api.VersionReply;
import io.kubefate.cli.client.http.Transport;
import io.kubefate.cli.configuration.Configuration;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.error.UnavailableException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The whole REST surface that the command line uses. It logs in before its first request. Every method throws
 * {@link ServiceException} when the service refuses and {@link UnavailableException} when there is no usable answer.
 *
 * <p>Paths have the trailing slash, or none, under which KubeFATE itself registers them, so that older services answer without
 * a redirect.
 */
public final class KubefateClient {

    private final Transport transport;

    /**
     * A client of one service as one user.
     *
     * @param configuration where the service is, and as whom to log in
     * @param trace told each request and its status, in one line
     */
    public KubefateClient(Configuration configuration, Consumer<String> trace) {
        this.transport = new Transport(configuration, trace);
    }

    /**
     * Lists the clusters.
     *
     * @param deletedToo whether deleted ones are listed too
     * @return without their live state
     */
    public List<Cluster> clusters(boolean deletedToo) {
        String path = deletedToo ? "v1/cluster/?all=true" : "v1/cluster/";
        return list(transport.send("GET", path, new TypeReference<Reply<List<Cluster>>>() {}));
    }

    /**
     * One cluster.
     *
     * @param uuid its id
     * @return with its live state
     */
    public Cluster cluster(UUID uuid) {
        return transport
                .send("GET", "v1/cluster/" + uuid, new TypeReference<Reply<Cluster>>() {})
                .data();
    }

    /**
     * Starts an install.
     *
     * @param args what to install
     * @return the new job, and what is doubtful in the cluster.yaml
     */
    public Reply<Job> install(ClusterArgs args) {
        return transport.send("POST", "v1/cluster", args, new TypeReference<Reply<Job>>() {});
    }

    /**
     * Checks and renders like {@link #install}, and changes nothing.
     *
     * @param args what would be installed
     * @return the objects, and what is doubtful in the cluster.yaml
     */
    public DryRun dryRun(ClusterArgs args) {
        return transport
                .send("POST", "v1/cluster?dryRun=true", args, new TypeReference<Reply<DryRun>>() {})
                .data();
    }

    /**
     * Tells what an install would do, or an update if there is such a cluster, and changes nothing.
     *
     * @param args what would be installed
     * @return the plan, and what is doubtful in the cluster.yaml
     */
    public Reply<ClusterPlan> plan(ClusterArgs args) {
        return transport.send("POST", "v1/cluster/plan", args, new TypeReference<Reply<ClusterPlan>>() {});
    }

    /**
     * Starts an update.
     *
     * @param args what the cluster of this name and namespace is to be
     * @return the new job, and what is doubtful in the cluster.yaml
     */
    public Reply<Job> update(ClusterArgs args) {
        return transport.send("PUT", "v1/cluster", args, new TypeReference<Reply<Job>>() {});
    }

    /**
     * Tells what {@link #update} would do, and changes nothing.
     *
     * @param args what the cluster of this name and namespace would be
     * @return the plan, and what is doubtful in the cluster.yaml
     */
    public Reply<ClusterPlan> planUpdate(ClusterArgs args) {
        return transport.send("PUT", "v1/cluster?dryRun=true", args, new TypeReference<Reply<ClusterPlan>>() {});
    }

    /**
     * Lists what an install would pull.
     *
     * @param args the cluster, and logins of registries if they are needed
     * @param check whether the service asks the registries, too
     * @return every image once, and what is doubtful in the cluster.yaml
     */
    public Reply<List<ClusterImage>> images(ImagesArgs args, boolean check) {
        String path = check ? "v1/cluster/images?check=true" : "v1/cluster/images";
        return transport.send("POST", path, args, new TypeReference<Reply<List<ClusterImage>>>() {});
    }

    /**
     * Starts a delete.
     *
     * @param uuid the cluster's id
     * @param purge whether claims and their data go too
     * @return the new job
     */
    public Job deleteCluster(UUID uuid, boolean purge) {
        String query = purge ? "?purge=true" : "";
        return transport
                .send("DELETE", "v1/cluster/" + uuid + query, new TypeReference<Reply<Job>>() {})
                .data();
    }

    /**
     * Starts a check.
     *
     * @param uuid the cluster's id
     * @return the new job
     */
    public Job check(UUID uuid) {
        return transport
                .send("POST", "v1/cluster/" + uuid + "/check", new TypeReference<Reply<Job>>() {})
                .data();
    }

    /** {@return the namespaces of the service's Kubernetes} */
    public List<Namespace> namespaces() {
        return list(transport.send("GET", "v1/namespace/", new TypeReference<Reply<List<Namespace>>>() {}));
    }

    /** {@return the releases that can be installed} */
    public List<Chart> charts() {
        return list(transport.send("GET", "v1/chart/", new TypeReference<Reply<List<Chart>>>() {}));
    }

    /**
     * One release that can be installed.
     *
     * @param uuid its id
     * @return with its description
     */
    public Chart chart(UUID uuid) {
        return transport
                .send("GET", "v1/chart/" + uuid, new TypeReference<Reply<Chart>>() {})
                .data();
    }

    /**
     * A cluster.yaml to start from.
     *
     * @param name the chart's name
     * @param version the chart's version
     * @return YAML text; empty if the chart has none
     */
    public String chartExample(String name, String version) {
        String path = "v1/chart/valueTemplateExample/" + segment(name) + "/" + segment(version);
        Reply<String> reply = transport.send("GET", path, new TypeReference<Reply<String>>() {});
        return Optional.ofNullable(reply.data()).orElse("");
    }

    /** {@return the part of the surface that is about the revisions of clusters} */
    public RevisionClient revisions() {
        return new RevisionClient(transport);
    }

    /** {@return the part of the surface that is about jobs} */
    public JobClient jobs() {
        return new JobClient(transport);
    }

    /** {@return the part of the surface that is about the pods of clusters} */
    public PodClient access() {
        return new PodClient(transport);
    }

    /** {@return the part of the surface that is about plugins} */
    public PluginClient plugins() {
        return new PluginClient(transport);
    }

    /** {@return answers without passwords, for a support bundle} */
    public MaskedClient masked() {
        return new MaskedClient(transport);
    }

    /** {@return the service's version, for example {@code v3.0.0}} */
    public String version() {
        VersionReply reply = transport.send("GET", "v1/version/", new TypeReference<VersionReply>() {});
        return reply.version();
    }

    /** Go services write an empty list as null. */
    static <T> List<T> list(Reply<List<T>> reply) {
        return Optional.ofNullable(reply.data()).orElse(List.of());
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
