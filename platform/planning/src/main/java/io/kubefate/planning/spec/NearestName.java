package io.kubefate.planning.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known name that a misspelled name most likely means. */
public final class NearestName {

    private static final int MAX_LENGTH = 60;

    private NearestName() {}

    /**
     * Finds a name that differs in at most a third of its letters and at most three, ignoring case.
     *
     * @param typed the misspelled name
     * @param known the known names
     * @return the nearest name, if any is near enough
     */
    public static Optional<String> of(String typed, Collection<String> known) {
        if (typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(typed, name) >= 0)
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    /** Returns the number of different letters, or -1 if there are too many. */
    private static int distance(String typed, String name) {
        int limit = Math.min(3, Math.max(typed.length(), name.length()) / 3);
        return new LevenshteinDistance(limit).apply(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
