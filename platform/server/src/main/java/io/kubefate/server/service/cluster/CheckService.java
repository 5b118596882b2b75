package io.kubefate.server.service.cluster;

import io.kubefate.api.Job;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.job.JobAnswer;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.job.JobDefinition;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ReleaseKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Accepts checks of running clusters. */
public class CheckService {

    private final ClusterStore clusters;
    private final SpecIntake specs;
    private final Runnable jobAccepted;
    private final Clock clock;
    private final Duration timeLimit;

    /**
     * @param jobAccepted called after each new job is stored
     * @param timeLimit of a check job
     */
    public CheckService(
            ClusterStore clusters, SpecIntake specs, Runnable jobAccepted, Clock clock, Duration timeLimit) {
        this.clusters = clusters;
        this.specs = specs;
        this.jobAccepted = jobAccepted;
        this.clock = clock;
        this.timeLimit = timeLimit;
    }

    /**
     * Accepts a check. Stores the checks that the plugin declares with the job, so that the job does not need the plugin.
     *
     * @param user the creator of the job
     * @return the new job, Pending
     * @throws KubefateException {@code NOT_FOUND}, {@code JOB_ACTIVE}, {@code UNKNOWN_RELEASE}, {@code PLUGIN_FAILED}, or {@code WRONG_STATE}
     *     if the plugin declares no checks for this cluster
     */
    public Job check(String uuid, String user) {
        ClusterRecord cluster = clusters.find(uuid).orElseThrow(KubefateException::notFound);
        clusters.refuseIfActive(cluster);
        ReleaseKey key = new ReleaseKey(cluster.chartName(), cluster.chartVersion(), cluster.engine());
        List<ClusterCheck> checks = specs.checks(key, cluster.spec());
        if (checks.isEmpty()) {
            throw new KubefateException(
                    ErrorCode.WRONG_STATE,
                    "the plugin of " + key + " declares no checks for cluster " + cluster.name());
        }
        JobDefinition definition = new JobDefinition(
                UUID.randomUUID().toString(),
                uuid,
                0,
                JobMethod.ClusterCheck,
                user,
                JobRequests.check(checks),
                timeLimit);
        JobRecord job = clusters.acceptCheck(JobRecord.pending(definition, clock.instant()));
        jobAccepted.run();
        return JobAnswer.accepted(job);
    }
}
