package io.kubefate.cli.configuration;

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
                .filter(name -> distance(key, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(key, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** The Levenshtein distance: the number of characters to insert, delete or replace. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
