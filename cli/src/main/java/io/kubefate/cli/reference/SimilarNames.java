package io.kubefate.cli.reference;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.text.EditDistance;

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
        return name.contains(text) || EditDistance.between(text, name) <= Math.min(MAXIMUM_TYPOS, text.length() / 2);
    }
}
