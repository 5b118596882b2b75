package io.kubefate.planning.spec;

import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Recognizes YAML files of another kind, which people mistake for a cluster.yaml. */
public final class FileKind {

    private static final Set<String> HEADER = Set.of("chartName", "chartVersion");
    private static final int MAX_DEPTH = 4;

    private FileKind() {}

    /**
     * Rejects a file of another kind. Accepts every file with a chart name or version.
     *
     * @throws InvalidSpecException with what the file is
     */
    public static void refuseOther(SpecDocument document) {
        if (hasHeader(document.spec().values())) {
            return;
        }
        Stream.of(kubernetes(document.spec()), helm(document.spec()), other(document.spec()))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(kind -> {
                    throw new InvalidSpecException("", document.line(kind.key()), kind.message());
                });
        if (document.spec().text("version").isPresent()) {
            throw new InvalidSpecException(
                    "version",
                    document.line("version"),
                    "of an earlier KubeFATE; write chartName and chartVersion, for example chartName: fate");
        }
    }

    /** Rejects one of several documents that is a Kubernetes object. */
    static void refuseKubernetesObject(Node document) {
        if (document instanceof MappingNode map) {
            Set<String> keys = map.getValue().stream()
                    .map(NodeTuple::getKeyNode)
                    .filter(ScalarNode.class::isInstance)
                    .map(key -> ((ScalarNode) key).getValue())
                    .collect(Collectors.toSet());
            if (keys.containsAll(Set.of("apiVersion", "kind"))) {
                int line = map.getStartMark().getLine() + 1;
                throw new InvalidSpecException("", line, "this is a Kubernetes object, not a cluster.yaml");
            }
        }
    }

    /** @param key a top-level key that shows the kind */
    private record Kind(String key, String message) {}

    private static Optional<Kind> kubernetes(ClusterSpec spec) {
        if (spec.text("apiVersion").isEmpty()) {
            return Optional.empty();
        }
        if (spec.text("kind").isPresent()) {
            String inside = clusterYaml("", spec.values(), 0)
                    .map(path -> "; what is under " + path + " is one")
                    .orElse("");
            String message = "this is a Kubernetes object (kind %s), not a cluster.yaml%s";
            return Optional.of(
                    new Kind("kind", message.formatted(spec.text("kind").get(), inside)));
        }
        return Optional.of(new Kind("apiVersion", "this is the Chart.yaml of a Helm chart, not a cluster.yaml"));
    }

    private static Optional<Kind> helm(ClusterSpec spec) {
        return Stream.of("modules", "image")
                .filter(key -> spec.find(key).orElse(null) instanceof Map)
                .findFirst()
                .map(key -> new Kind(
                        key,
                        "these are values of the Helm chart (" + key + " is a map), not a cluster.yaml, which has"
                                + " name, namespace, chartName, chartVersion and a list of modules"));
    }

    private static Optional<Kind> other(ClusterSpec spec) {
        Map<String, Object> values = spec.values();
        Map<String, String> kinds = new LinkedHashMap<>();
        if (values.get("nodes") instanceof List) {
            kinds.put("nodes", "a configuration of RKE");
        }
        if (values.get("services") instanceof Map) {
            kinds.put(
                    "services", values.containsKey("kubernetes_version") ? "a configuration of RKE" : "a Compose file");
        }
        if (values.containsKey("serviceurl")) {
            kinds.put("serviceurl", "the config.yaml of the command line");
        }
        return kinds.entrySet().stream()
                .findFirst()
                .map(kind -> new Kind(
                        kind.getKey(),
                        "this is " + kind.getValue() + " (it has the key " + kind.getKey() + "), not a cluster.yaml"));
    }

    /** Returns the path of a map with a chart name or version. */
    private static Optional<String> clusterYaml(String path, Object value, int depth) {
        if (!(value instanceof Map<?, ?> map) || depth > MAX_DEPTH) {
            return Optional.empty();
        }
        if (hasHeader(map)) {
            return Optional.of(path);
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        return map.entrySet().stream()
                .flatMap(entry -> clusterYaml(prefix + entry.getKey(), entry.getValue(), depth + 1).stream())
                .findFirst();
    }

    private static boolean hasHeader(Map<?, ?> map) {
        return HEADER.stream().anyMatch(key -> map.get(key) != null);
    }
}
