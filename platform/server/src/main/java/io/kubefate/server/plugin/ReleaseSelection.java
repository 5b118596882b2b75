package io.kubefate.server.plugin;

import static java.util.stream.Collectors.joining;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Selects one of the releases with the same chart name and version.
 *
 * @param candidates at least one release
 */
record ReleaseSelection(List<Release> candidates) {

    /** Returns the release that a cluster.yaml selects by the keys that the plugins declare. */
    Release by(ClusterSpec spec) {
        List<Release> selected = candidates.stream()
                .filter(release -> release.selectors().entrySet().stream()
                        .allMatch(selector -> accepts(spec, selector.getKey(), selector.getValue())))
                .toList();
        if (selected.isEmpty()) {
            throw unknown("has no " + given(spec) + "; " + choice());
        }
        return new ReleaseSelection(selected).onlyOrDefault();
    }

    Release ofEngine(String engine) {
        return candidates.stream()
                .filter(release -> release.key().engine().equals(engine))
                .findFirst()
                .orElseThrow(() -> unknown("has no engine " + engine + "; available: " + keys()));
    }

    Release onlyOrDefault() {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        List<Release> defaults = candidates.stream()
                .filter(release -> release.distribution().defaultEngine())
                .toList();
        if (defaults.size() != 1) {
            String which = defaults.isEmpty() ? "none of them the default" : "several of them as the default";
            throw unknown("runs on several engines, " + which + "; " + choice());
        }
        return defaults.get(0);
    }

    private static boolean accepts(ClusterSpec spec, String key, Set<String> values) {
        return spec.text(key).map(values::contains).orElse(true);
    }

    private String given(ClusterSpec spec) {
        return values().keySet().stream()
                .flatMap(key -> spec.text(key).map(value -> key + " " + value).stream())
                .collect(joining(" and "));
    }

    private String choice() {
        return values().entrySet().stream()
                .map(entry -> "write " + entry.getKey() + ": " + String.join(" or ", entry.getValue()))
                .collect(joining(", "));
    }

    /** Returns the selecting keys of all candidates with all their values. */
    private Map<String, Set<String>> values() {
        Map<String, Set<String>> values = new TreeMap<>();
        candidates.forEach(release -> release.selectors()
                .forEach((key, accepted) ->
                        values.computeIfAbsent(key, unused -> new TreeSet<>()).addAll(accepted)));
        return values;
    }

    private String keys() {
        return candidates.stream().map(release -> release.key().toString()).collect(joining(", "));
    }

    private KubefateException unknown(String problem) {
        ReleaseKey key = candidates.get(0).key();
        return new KubefateException(
                ErrorCode.UNKNOWN_RELEASE, key.chartName() + " " + key.chartVersion() + " " + problem);
    }
}
