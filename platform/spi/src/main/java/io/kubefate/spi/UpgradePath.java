package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Whether and how a cluster can be upgraded from one release to another. */
public sealed interface UpgradePath {

    /**
     * The upgrade is possible: the host runs the Jobs of the templates one after the other, then applies the objects of the new release.
     *
     * <p>The templates use the model of the new release. Each renders {@code batch/v1} Jobs, with {@code restartPolicy: Never}, without
     * {@code ttlSecondsAfterFinished} and with names of at most 52 characters. While they run, the old release still runs and no object of
     * the new one exists. A Job that fails ends the upgrade; a repeated upgrade runs it again, so it must accept work that is already done.
     * The host does not undo it, except with {@link Annotations#RESTORE_ARGUMENT}.
     *
     * <p>Since 1.4.0, a template can render nothing for a cluster that does not need the step, and PersistentVolumeClaims for what Jobs
     * save: the host creates a claim that does not exist, and deletes it only with the data of the cluster.
     *
     * @param templates file names below {@code templates/} of the Jobs, in order; may be empty
     */
    record Allowed(List<String> templates) implements UpgradePath {

        public Allowed {
            templates = List.copyOf(templates);
        }
    }

    /**
     * The upgrade is not possible.
     *
     * @param reason the reason, as a sentence for the operator
     */
    record Refused(String reason) implements UpgradePath {

        public Refused {
            requireNonNull(reason, "reason is null");
        }
    }
}
