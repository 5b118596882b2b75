package io.kubefate.server.service;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Job;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.JobMethod;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JsonColumn;
import io.kubefate.server.store.RevisionRecord;
import io.kubefate.server.store.StepRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Stores what a cluster is to become, with the job that brings it there, and wakes the runner. */
public final class UpdateIntake {

    private final ClusterStore clusters;
    private final Runnable jobAccepted;
    private final Clock clock;
    private final Duration defaultTimeLimit;

    /**
     * An intake.
     *
     * @param clusters where clusters, revisions and jobs are accepted
     * @param jobAccepted called after each new job was stored
     * @param clock the time
     * @param defaultTimeLimit how long a job may take when its request does not say
     */
    public UpdateIntake(ClusterStore clusters, Runnable jobAccepted, Clock clock, Duration defaultTimeLimit) {
        this.clusters = clusters;
        this.jobAccepted = jobAccepted;
        this.clock = clock;
        this.defaultTimeLimit = defaultTimeLimit;
    }

    /** {@return the time at which a revision that is accepted now was made} */
    Instant now() {
        return clock.instant();
    }

    /**
     * Accepts.
     *
     * @param revision what the cluster is to become; it gets its number here
     * @param steps the Jobs that run before it is applied, as they were rendered
     * @param args what was asked for, kept with the job
     * @param user who asks
     * @return the new job, Pending
     */
    Job accept(RevisionRecord revision, List<Manifest> steps, ClusterArgs args, String user) {
        JobRecord job = clusters.acceptUpdate(
                revision,
                records(revision.clusterUuid(), steps),
                JobRecord.pending(
                        UUID.randomUUID().toString(),
                        revision.clusterUuid(),
                        0,
                        JobMethod.ClusterUpdate,
                        user,
                        JsonColumn.write(args),
                        false,
                        true,
                        args.timeLimit() == null ? defaultTimeLimit : Duration.ofSeconds(args.timeLimit()),
                        revision.createdAt()));
        jobAccepted.run();
        return JobAnswer.of(job, List.of());
    }

    private static List<StepRecord> records(String clusterUuid, List<Manifest> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(index -> StepRecord.pending(
                        clusterUuid,
                        index + 1,
                        steps.get(index).ref().name(),
                        JsonColumn.write(steps.get(index).content())))
                .toList();
    }
}
