package io.kubefate.plugin.testing;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;

/** Reports violations. */
final class Violations {

    private static final int SHOWN = 20;

    private Violations() {}

    /**
     * Fails if there is a violation.
     *
     * @param violations a sentence each
     */
    static void none(List<String> violations) {
        if (!violations.isEmpty()) {
            String more = violations.size() > SHOWN ? "\n- and " + (violations.size() - SHOWN) + " more" : "";
            Assertions.fail(violations.stream()
                            .limit(SHOWN)
                            .collect(Collectors.joining("\n- ", "the contract does not hold:\n- ", ""))
                    + more);
        }
    }
}
