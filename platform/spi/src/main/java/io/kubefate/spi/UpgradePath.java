package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Whether and how a cluster goes from one release to another. */
public sealed interface UpgradePath {

    /**
     * The upgrade is possible: the templates' Jobs run first, each to its end, then the objects of the new release are applied.
     *
     * @param templates file names below {@code templates/} of Kubernetes Jobs to run first, in order; may be empty
     */
    record Allowed(List<String> templates) implements UpgradePath {

        /** Copies the list. */
        public Allowed {
            templates = List.copyOf(templates);
        }
    }

    /**
     * The upgrade is not possible.
     *
     * @param reason why, as a sentence for the operator
     */
    record Refused(String reason) implements UpgradePath {

        /** Checks that a reason is given. */
        public Refused {
            requireNonNull(reason, "reason is null");
        }
    }
}
