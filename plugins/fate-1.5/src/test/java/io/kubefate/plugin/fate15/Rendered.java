package io.kubefate.plugin.fate15;

import io.kubefate.plugin.testing.ClassPathRelease;
import io.kubefate.server.engine.Planner;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.spi.ClusterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The objects of a cluster, to be looked into by path. */
record Rendered(List<Manifest> objects) {

    static Rendered of(ClusterSpec spec) {
        return new Rendered(new Planner().desired(ClassPathRelease.of(new Fate15Distribution()), spec));
    }

    /** {@return {@code Kind/name} of each object} */
    List<String> names() {
        return objects.stream()
                .map(object -> object.kind() + "/" + object.ref().name())
                .toList();
    }

    /**
     * A value in an object.
     *
     * @param object {@code Kind/name}
     * @param path keys and indexes with slashes, for example {@code spec/ports/0/nodePort}
     * @return the value, or the text {@code absent}
     */
    Object value(String object, String path) {
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

    /** {@return a file in a ConfigMap} */
    String file(String configMap, String key) {
        return ((Map<?, ?>) value("ConfigMap/" + configMap, "data")).get(key).toString();
    }
}
