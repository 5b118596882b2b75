package io.kubefate.cli.reference;

import static java.util.Objects.requireNonNull;

import java.util.stream.IntStream;

/**
 * The names that a user may have meant.
 *
 * @param text what the user wrote
 */
record SimilarNames(String text) {

    private static final int MAXIMUM_TYPOS = 2;

    SimilarNames {
        requireNonNull(text, "text is null");
    }

    boolean includes(String name) {
        return name.contains(text) || distance(name) <= Math.min(MAXIMUM_TYPOS, text.length() / 2);
    }

    /** The number of characters to insert, delete or replace, by Levenshtein. */
    private int distance(String name) {
        int[] previous = IntStream.rangeClosed(0, name.length()).toArray();
        for (int i = 1; i <= text.length(); i++) {
            int[] current = new int[name.length() + 1];
            current[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                int replace = previous[j - 1] + (text.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[name.length()];
    }
}
