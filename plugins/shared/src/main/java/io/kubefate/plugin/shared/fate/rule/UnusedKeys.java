package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys that a release accepts but does not use.
 *
 * @param messages the path of each key to the reason and the remedy; the first key of a path is the module
 */
public record UnusedKeys(Map<String, String> messages) {

    public UnusedKeys {
        messages = new TreeMap<>(messages);
    }

    /**
     * Finds the keys in a file.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return a warning for each key that is set, unless its module is off
     */
    public List<Problem> check(ClusterSpec spec) {
        return messages.entrySet().stream()
                .filter(entry -> isGiven(spec, entry.getKey().split("\\.")))
                .map(entry -> Problem.warning(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean isGiven(ClusterSpec spec, String... keys) {
        boolean given = spec.text(keys).filter(text -> !text.equals("false")).isPresent()
                || !spec.map(keys).isEmpty();
        return given && spec.hasModule(keys[0]);
    }
}
