package io.kubefate.server.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of table {@code upgrade_step}: a Kubernetes Job that runs before the objects of a revision are applied.
 *
 * @param clusterUuid the cluster
 * @param revision the revision that it prepares; 0 until that has its number
 * @param number from 1, in the order in which the steps run
 * @param name the Job's name as it was rendered
 * @param manifest the Job as it was rendered, as JSON
 * @param status where it stands
 * @param startedAt when its Job was made
 * @param endedAt when it ended
 * @param message why it failed; empty unless it did
 * @param log the end of what it wrote, without passwords; empty until it has ended
 */
public record StepRecord(
        String clusterUuid,
        int revision,
        int number,
        String name,
        String manifest,
        StepStatus status,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        String message,
        String log) {

    /**
     * A step that is being accepted.
     *
     * @param clusterUuid the cluster
     * @param number from 1
     * @param name the Job's name
     * @param manifest the Job as JSON
     * @return the step, Pending, of no revision yet
     */
    public static StepRecord pending(String clusterUuid, int number, String name, String manifest) {
        return new StepRecord(
                clusterUuid, 0, number, name, manifest, StepStatus.Pending, Optional.empty(), Optional.empty(), "", "");
    }

    /**
     * The same after its Job was made.
     *
     * @param at when
     * @return the step, Running
     */
    public StepRecord started(Instant at) {
        return new StepRecord(
                clusterUuid,
                revision,
                number,
                name,
                manifest,
                StepStatus.Running,
                Optional.of(at),
                Optional.empty(),
                "",
                "");
    }

    /**
     * The same after its end.
     *
     * @param how Succeeded, Failed or Canceled
     * @param at when
     * @param why see {@link #message}
     * @param wrote see {@link #log}
     * @return the step with its end
     */
    public StepRecord ended(StepStatus how, Instant at, String why, String wrote) {
        return new StepRecord(
                clusterUuid, revision, number, name, manifest, how, startedAt, Optional.of(at), why, wrote);
    }

    /** {@return the same for a revision that has its number} */
    StepRecord withRevision(int given) {
        return new StepRecord(clusterUuid, given, number, name, manifest, status, startedAt, endedAt, message, log);
    }
}
