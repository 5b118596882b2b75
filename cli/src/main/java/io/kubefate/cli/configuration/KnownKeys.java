package io.kubefate.cli.configuration;

import io.kubefate.cli.text.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The keys that a file may have.
 *
 * @param names in lower case
 */
record KnownKeys(Set<String> names) {

    KnownKeys {
        names = Set.copyOf(names);
    }

    /**
     * Returns a warning for each key that has no effect.
     *
     * @param place the file, and where in it
     * @param keys the keys that the file has
     */
    List<String> warnings(String place, Collection<String> keys) {
        return keys.stream()
                .filter(key -> !names.contains(key))
                .map(key -> place + ": unknown key " + key + suggestion(key))
                .toList();
    }

    private String suggestion(String key) {
        return names.stream()
                .filter(name -> EditDistance.between(key, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> EditDistance.between(key, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }
}
