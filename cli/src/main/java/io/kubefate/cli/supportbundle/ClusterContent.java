package io.kubefate.cli.supportbundle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubefate.cli.client.MaskedClient;
import io.kubefate.cli.text.Yaml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Reads the content of a bundle about one cluster. */
final class ClusterContent {

    private final MaskedClient client;
    private final BundleFile bundle;
    private final BundleScope scope;
    private final JsonNode cluster;
    private final String path;

    /**
     * The content of one cluster.
     *
     * @param cluster its entry in the list of clusters
     */
    ClusterContent(MaskedClient client, BundleFile bundle, BundleScope scope, JsonNode cluster) {
        this.client = requireNonNull(client, "client is null");
        this.bundle = requireNonNull(bundle, "bundle is null");
        this.scope = requireNonNull(scope, "scope is null");
        this.cluster = requireNonNull(cluster, "cluster is null");
        this.path = "v1/cluster/" + cluster.path("uuid").asText();
    }

    /** {@return its folder in the bundle, with a slash at the end} */
    String folder() {
        String name = cluster.path("name").asText() + "-"
                + cluster.path("uuid").asText().replaceFirst("-.*", "");
        return "clusters/" + name.replaceAll("[^\\w.-]", "_") + "/";
    }

    void collect() {
        if (BundleScope.isDeleted(cluster)) {
            bundle.addMissing(folder(), "the cluster is deleted; only its entry in clusters.yaml and its jobs exist");
            return;
        }
        add("cluster.yaml", () -> cluster.path("values").asText());
        JsonNode described = read("describe.yaml", path);
        addPresent("describe.yaml", described);
        revisions();
        add("events.yaml", () -> Yaml.document(client.get(path + "/events")));
        add("drift.yaml", () -> Yaml.document(client.get(path + "/drift")));
        described.at("/Info/status/modules").fieldNames().forEachRemaining(this::logs);
    }

    private void revisions() {
        JsonNode history = read("history.yaml", path + "/revision");
        addPresent("history.yaml", history);
        List<Integer> numbers =
                history.findValues("number").stream().map(JsonNode::asInt).toList();
        for (int index = 0; index < numbers.size(); index++) {
            revision(numbers.get(index));
            if (index > 0) {
                difference(numbers.get(index - 1), numbers.get(index));
            }
        }
        history.forEach(revision -> {
            if (revision.path("current").asBoolean()) {
                plan(revision.path("number").asInt());
            }
        });
    }

    private void revision(int number) {
        String name = "revisions/" + number;
        JsonNode revision = read(name, path + "/revision/" + number);
        if (revision instanceof ObjectNode fields) {
            add(name + "-cluster.yaml", () -> fields.path("spec").asText());
            add(name + "-objects.yaml", () -> fields.path("manifests").asText());
        }
    }

    private void difference(int from, int to) {
        add(
                "revisions/diff-" + from + "-" + to + ".yaml",
                () -> Yaml.document(client.get(path + "/revision/" + from + "/diff?to=" + to)));
    }

    /** The plan of a rollback to the current revision shows the drift and failed preflight checks. */
    private void plan(int current) {
        add("plan.yaml", () -> Yaml.document(client.post(path + "/revision/" + current + "/rollback?dryRun=true")));
    }

    private void logs(String module) {
        add("logs/" + module + ".log", () -> log(module, false));
        add("logs/" + module + ".previous.log", () -> log(module, true));
    }

    private String log(String module, boolean previous) {
        String lines = scope.tail() < 0 ? "" : "&tail=" + scope.tail();
        return client.get("v1/log/" + cluster.path("uuid").asText() + "?container="
                        + URLEncoder.encode(module, StandardCharsets.UTF_8) + "&previous=" + previous + lines
                        + "&since="
                        + scope.since().toSeconds() + "&timestamps=true")
                .asText();
    }

    private JsonNode read(String name, String source) {
        return BundleContent.read(bundle, folder() + name, () -> client.get(source));
    }

    private void add(String name, Supplier<String> content) {
        bundle.add(folder() + name, content);
    }

    /** A missing node is in the index already. */
    private void addPresent(String name, JsonNode content) {
        if (!content.isMissingNode()) {
            add(name, () -> Yaml.document(content));
        }
    }
}
