package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.AdoptableRelease;
import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterImage;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.DryRun;
import io.kubefate.api.ImagesArgs;
import io.kubefate.api.Job;
import io.kubefate.api.ModuleRestart;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.Transport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Clusters. A {@link Reply} also has the warnings about the cluster.yaml. */
public final class ClusterClient {

    private final Transport transport;

    ClusterClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** {@return the clusters without their live state} */
    public List<Cluster> list(boolean includeDeleted) {
        return list(includeDeleted, ListQuery.all()).items();
    }

    /** {@return the selected clusters without their live state} */
    public ListPart<Cluster> list(boolean includeDeleted, ListQuery query) {
        String all = includeDeleted ? "all=true" : "";
        String path = KubefateClient.path("v1/cluster/", all, query.text());
        return query.part(transport.send("GET", path, new TypeReference<Reply<List<Cluster>>>() {}));
    }

    /** {@return the cluster with its live state} */
    public Cluster find(UUID cluster) {
        return transport
                .send("GET", "v1/cluster/" + cluster, new TypeReference<Reply<Cluster>>() {})
                .result();
    }

    /** {@return the images of the cluster.yaml; with their status if the service checks the registries} */
    public Reply<List<ClusterImage>> images(ImagesArgs args, boolean check) {
        String path = check ? "v1/cluster/images?check=true" : "v1/cluster/images";
        return transport.send("POST", path, args, new TypeReference<Reply<List<ClusterImage>>>() {});
    }

    /** {@return the plan of an install, or of an update if the cluster exists} */
    public Reply<ClusterPlan> plan(ClusterArgs args) {
        return transport.send("POST", "v1/cluster/plan", args, new TypeReference<Reply<ClusterPlan>>() {});
    }

    public Reply<ClusterPlan> planUpdate(ClusterArgs args) {
        return transport.send("PUT", "v1/cluster?dryRun=true", args, new TypeReference<Reply<ClusterPlan>>() {});
    }

    /** {@return the objects that an install would create} */
    public DryRun render(ClusterArgs args) {
        return transport
                .send("POST", "v1/cluster?dryRun=true", args, new TypeReference<Reply<DryRun>>() {})
                .result();
    }

    /** Starts an install, with {@code force} although preflight fails. */
    public Reply<Job> install(ClusterArgs args, boolean force) {
        return transport.send(
                "POST", "v1/cluster" + KubefateClient.force(force), args, new TypeReference<Reply<Job>>() {});
    }

    /** Starts an update, with {@code force} although preflight fails. */
    public Reply<Job> update(ClusterArgs args, boolean force) {
        return transport.send(
                "PUT", "v1/cluster" + KubefateClient.force(force), args, new TypeReference<Reply<Job>>() {});
    }

    /** {@return the Helm releases that can be adopted, in a namespace or all} */
    public List<AdoptableRelease> releases(Optional<String> namespace) {
        String path = KubefateClient.path(
                "v1/cluster/adopt",
                namespace
                        .map(name -> "namespace=" + KubefateClient.segment(name))
                        .orElse(""));
        return KubefateClient.list(transport.send("GET", path, new TypeReference<Reply<List<AdoptableRelease>>>() {}));
    }

    public Reply<ClusterPlan> planAdoption(ClusterArgs args) {
        return transport.send("POST", "v1/cluster/adopt?dryRun=true", args, new TypeReference<Reply<ClusterPlan>>() {});
    }

    /** Starts an adoption, with {@code force} although preflight fails. */
    public Reply<Job> adopt(ClusterArgs args, boolean force) {
        return transport.send(
                "POST", "v1/cluster/adopt" + KubefateClient.force(force), args, new TypeReference<Reply<Job>>() {});
    }

    public Job check(UUID cluster) {
        return transport
                .send("POST", "v1/cluster/" + cluster + "/check", new TypeReference<Reply<Job>>() {})
                .result();
    }

    /**
     * Restarts a module.
     *
     * @param acceptDataLoss whether data that no claim keeps may be lost
     */
    public ModuleRestart restart(UUID cluster, String module, boolean acceptDataLoss) {
        String path = "v1/cluster/" + cluster + "/module/" + KubefateClient.segment(module) + "/restart";
        String query = acceptDataLoss ? "?acceptDataLoss=true" : "";
        return transport
                .send("POST", path + query, new TypeReference<Reply<ModuleRestart>>() {})
                .result();
    }

    /** {@return the plan of a delete} */
    public ClusterPlan planDelete(UUID cluster, boolean purge) {
        String query = purge ? "?dryRun=true&purge=true" : "?dryRun=true";
        return transport
                .send("DELETE", "v1/cluster/" + cluster + query, new TypeReference<Reply<ClusterPlan>>() {})
                .result();
    }

    /**
     * Starts a delete.
     *
     * @param purge whether to delete the volume claims and their data too
     */
    public Job delete(UUID cluster, boolean purge) {
        String query = purge ? "?purge=true" : "";
        return transport
                .send("DELETE", "v1/cluster/" + cluster + query, new TypeReference<Reply<Job>>() {})
                .result();
    }
}
