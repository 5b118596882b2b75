package io.kubefate.server.store.original;

import static java.util.Objects.requireNonNull;

/**
 * What became of a row of the original.
 *
 * @param kind {@code cluster}, {@code job} or {@code user}
 * @param name identifies it for people
 * @param outcome whether it was copied
 * @param note why it was not, or what to do next; may be empty
 */
public record ImportResult(String kind, String name, Outcome outcome, String note) {

    /** Whether a row was copied. */
    public enum Outcome {
        /** It is new here. */
        IMPORTED,
        /** It was imported before. */
        EXISTS,
        /** It cannot be imported. */
        SKIPPED
    }

    public ImportResult {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(note, "note is null");
    }
}
