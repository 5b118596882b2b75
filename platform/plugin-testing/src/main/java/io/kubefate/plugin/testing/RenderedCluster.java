package io.kubefate.plugin.testing;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of a cluster, with access by path.
 *
 * @param objects in the order of application
 */
public record RenderedCluster(List<Manifest> objects) {

    public RenderedCluster {
        objects = List.copyOf(objects);
    }

    /**
     * Renders a cluster.
     *
     * @param distribution whose templates are on the class path
     * @param spec a cluster.yaml without errors
     * @return its objects
     */
    public static RenderedCluster of(FateDistribution distribution, ClusterSpec spec) {
        return new RenderedCluster(ClassPathRelease.of(distribution).objects(spec));
    }

    /**
     * Renders the steps of an upgrade to a cluster.
     *
     * @param distribution whose templates are on the class path
     * @param spec a cluster.yaml without errors
     * @param templates from {@link io.kubefate.spi.UpgradePath.Allowed}
     * @return its Jobs and claims
     */
    public static RenderedCluster ofSteps(FateDistribution distribution, ClusterSpec spec, List<String> templates) {
        return new RenderedCluster(ClassPathRelease.of(distribution).steps(spec, templates));
    }

    /** {@return {@code Kind/name} of each object} */
    public List<String> names() {
        return objects.stream()
                .map(object -> object.kind() + "/" + object.ref().name())
                .toList();
    }

    /**
     * Returns a value in an object.
     *
     * @param object {@code Kind/name}
     * @param path keys and indexes with slashes, for example {@code spec/ports/0/nodePort}
     * @return the value, or the text {@code absent}
     */
    public Object value(String object, String path) {
        Object value = objects.stream()
                .filter(candidate -> (candidate.kind() + "/" + candidate.ref().name()).equals(object))
                .findFirst()
                .map(Manifest::content)
                .orElseThrow(() -> new AssertionError("no " + object + " in " + names()));
        for (String step : Arrays.asList(path.split("/"))) {
            value = value instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) value).get(step);
            if (value == null) {
                return "absent";
            }
        }
        return value;
    }

    /**
     * Returns a file in a ConfigMap.
     *
     * @param configMap the ConfigMap's name
     * @param key the file's name
     * @return its text
     */
    public String file(String configMap, String key) {
        Map<?, ?> files = (Map<?, ?>) value("ConfigMap/" + configMap, "data");
        return Optional.ofNullable(files.get(key))
                .orElseThrow(() -> new AssertionError("no " + key + " in " + files.keySet()))
                .toString();
    }
}
