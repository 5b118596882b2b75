package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Whether and how a cluster goes from one release to another. */
public sealed interface UpgradePath {

    /**
     * The upgrade is possible: the templates' Jobs run first, each to its end, then the objects of the new release are applied.
     *
     * <p>The templates see the model of the new release. Each makes one or more {@code batch/v1} Jobs and nothing else, with
     * {@code restartPolicy: Never}, without {@code ttlSecondsAfterFinished} and with names of at most 52 characters. While they run, the
     * old release still runs and nothing of the new one is there. A Job that fails ends the upgrade; it is run anew when the upgrade
     * is asked for again, so it must cope with what it has already done. Nobody undoes it.
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
