package io.kubefate.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of table {@code job}.
 *
 * @param id the row number
 * @param uuid the job's id
 * @param clusterUuid the cluster it works on
 * @param revision the revision it installs or removes; 0 if it does neither
 * @param method what it does
 * @param status how far it is
 * @param creator the user's name
 * @param args the request as JSON, or empty text
 * @param cover whether objects of somebody else may be replaced
 * @param rollbackOnFailure whether a failure undoes what was made
 * @param timeLimit how long it may run
 * @param subJobs progress by container name as JSON, or empty text
 * @param reasons why it waits or failed as JSON, or empty text
 * @param leaseOwner the runner that has it
 * @param startedAt when it was accepted
 * @param endedAt when it ended
 * @param createdAt when it was accepted
 * @param updatedAt when the row changed last
 * @param deletedAt when it was removed from the list
 */
public record JobRecord(
        long id,
        String uuid,
        String clusterUuid,
        int revision,
        JobMethod method,
        JobStatus status,
        String creator,
        String args,
        boolean cover,
        boolean rollbackOnFailure,
        Duration timeLimit,
        String subJobs,
        String reasons,
        Optional<String> leaseOwner,
        Instant startedAt,
        Optional<Instant> endedAt,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> deletedAt) {

    /**
     * A job that is being accepted.
     *
     * @param uuid a new id
     * @param clusterUuid the cluster it works on
     * @param revision the revision it installs or removes
     * @param method what it does
     * @param creator the user's name
     * @param args the request as JSON, or empty text
     * @param cover whether objects of somebody else may be replaced
     * @param rollbackOnFailure whether a failure undoes what was made
     * @param timeLimit how long it may run
     * @param at when it is accepted
     * @return the job, Pending, without a row number
     */
    public static JobRecord pending(
            String uuid,
            String clusterUuid,
            int revision,
            JobMethod method,
            String creator,
            String args,
            boolean cover,
            boolean rollbackOnFailure,
            Duration timeLimit,
            Instant at) {
        return new JobRecord(
                0,
                uuid,
                clusterUuid,
                revision,
                method,
                JobStatus.Pending,
                creator,
                args,
                cover,
                rollbackOnFailure,
                timeLimit,
                "",
                "",
                Optional.empty(),
                at,
                Optional.empty(),
                at,
                at,
                Optional.empty());
    }

    /** {@return the same for another revision} */
    JobRecord withRevision(int number) {
        return pending(
                uuid, clusterUuid, number, method, creator, args, cover, rollbackOnFailure, timeLimit, createdAt);
    }
}
