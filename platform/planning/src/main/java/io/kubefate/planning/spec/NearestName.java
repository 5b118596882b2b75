package io.kubefate.planning.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody who mistyped a name meant. */
final class NearestName {

    private static final int MAX_LENGTH = 60;

    private NearestName() {}

    /**
     * Looks for a name that differs by no more than a third of its letters and at most three; case does not count.
     *
     * @param typed what was written
     * @param known what could have been meant
     * @return the nearest, if there is one
     */
    static Optional<String> of(String typed, Collection<String> known) {
        if (typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(typed, name) >= 0)
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    /** {@return the number of letters that differ, or -1 if there are too many} */
    private static int distance(String typed, String name) {
        int limit = Math.min(3, Math.max(typed.length(), name.length()) / 3);
        return new LevenshteinDistance(limit).apply(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
