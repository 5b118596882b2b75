package io.kubefate.cli.supportbundle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.client.KubefateClient;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Json;
import io.kubefate.cli.text.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the content of a bundle from the service. */
public final class BundleContent {

    private final KubefateClient client;
    private final BundleFile bundle;
    private final BundleScope scope;

    public BundleContent(KubefateClient client, BundleFile bundle, BundleScope scope) {
        this.client = requireNonNull(client, "client is null");
        this.bundle = requireNonNull(bundle, "bundle is null");
        this.scope = requireNonNull(scope, "scope is null");
    }

    /**
     * Reads all parts into the bundle. The bundle's index lists the parts that cannot be read.
     *
     * @param commandLine the version of the command line
     * @param service the version of the service
     */
    public void collect(String commandLine, String service) {
        bundle.add("versions.yaml", () -> versions(commandLine, service));
        bundle.add("plugins.yaml", () -> Yaml.document(client.plugins().list()));
        List<JsonNode> clusters = clusters();
        bundle.add("clusters.yaml", () -> Yaml.document(clusters));
        Map<String, ClusterContent> contents = new LinkedHashMap<>();
        for (JsonNode cluster : clusters) {
            contents.put(cluster.path("uuid").asText(), new ClusterContent(client.masked(), bundle, scope, cluster));
        }
        contents.values().forEach(ClusterContent::collect);
        jobs(contents);
    }

    /**
     * Returns the named clusters that the service does not have.
     *
     * @throws CommandException if the service cannot list its clusters
     */
    public static List<String> unknown(KubefateClient client, BundleScope scope) {
        if (scope.clusters().isEmpty()) {
            return List.of();
        }
        List<String> known = client.masked().get("v1/cluster/?all=true").findValuesAsText("uuid");
        return scope.clusters().stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .toList();
    }

    private List<JsonNode> clusters() {
        List<JsonNode> clusters = new ArrayList<>();
        read("clusters.yaml", () -> client.masked().get("v1/cluster/?all=true")).forEach(cluster -> {
            if (scope.includesCluster(cluster)) {
                clusters.add(cluster);
            }
        });
        return clusters;
    }

    private void jobs(Map<String, ClusterContent> contents) {
        for (JsonNode job : read("jobs", () -> client.masked().get("v1/job/"))) {
            if (scope.includesJob(job)) {
                String folder = Optional.ofNullable(
                                contents.get(job.path("cluster_id").asText()))
                        .map(ClusterContent::folder)
                        .orElse("");
                bundle.add(folder + "jobs/" + job.path("uuid").asText() + ".yaml", () -> Yaml.document(job));
            }
        }
    }

    private String versions(String commandLine, String service) {
        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("commandLine", commandLine);
        versions.put("service", service);
        JsonNode kubernetes =
                read("versions.yaml, Kubernetes", () -> client.masked().get("v1/version/kubernetes"));
        versions.put("kubernetes", kubernetes.asText("unknown"));
        versions.put("java", System.getProperty("java.version"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return Yaml.document(versions);
    }

    private JsonNode read(String what, Supplier<JsonNode> request) {
        return read(bundle, what, request);
    }

    /** {@return the response; a node without items and fields on an error, which is added to the index} */
    static JsonNode read(BundleFile bundle, String what, Supplier<JsonNode> request) {
        try {
            return request.get();
        } catch (CommandException e) {
            bundle.addMissing(what, e.getMessage());
            return Json.missing();
        }
    }
}
