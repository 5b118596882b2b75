package io.kubefate.server.engine.job;

import io.kubefate.api.NotReadyReason;
import io.kubefate.api.SubJob;
import io.kubefate.api.Times;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.ContainerHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.health.WorkloadHealth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a job is, as clients see it.
 *
 * @param subJobs by container name
 * @param reasons why it waits; empty when all is ready
 */
public record Progress(Map<String, SubJob> subJobs, List<NotReadyReason> reasons) {

    /** Nothing known yet. */
    public static final Progress NONE = new Progress(Map.of(), List.of());

    /** Copies map and list. */
    public Progress {
        subJobs = Map.copyOf(subJobs);
        reasons = List.copyOf(reasons);
    }

    /**
     * Goes on from here.
     *
     * @param health the cluster's state
     * @return the new progress; times of what began or ended before are kept
     */
    public Progress advance(ClusterHealth health) {
        Map<String, SubJob> next = new TreeMap<>();
        for (WorkloadHealth workload : health.workloads()) {
            for (ContainerHealth container : workload.containers()) {
                next.put(container.name(), subJob(workload, container, health.observedAt()));
            }
        }
        return new Progress(
                next, health.reasons().stream().map(Progress::reason).toList());
    }

    /**
     * The same progress with other reasons.
     *
     * @param others why it waits now
     * @return the new progress
     */
    Progress because(List<Reason> others) {
        return new Progress(subJobs, others.stream().map(Progress::reason).toList());
    }

    /**
     * A reason as clients see it.
     *
     * @param reason as Kubernetes says it
     * @return the same for the API
     */
    public static NotReadyReason reason(Reason reason) {
        return new NotReadyReason(reason.module(), reason.code().name(), reason.object(), reason.message());
    }

    private SubJob subJob(WorkloadHealth workload, ContainerHealth container, Instant now) {
        SubJob before = subJobs.get(container.name());
        boolean ready = workload.ready() && container.ready();
        Instant started = before == null ? now : before.startTime();
        Instant ended = before == null ? Times.ZERO : before.endTime();
        if (ready && ended.equals(Times.ZERO)) {
            ended = now;
        }
        return new SubJob(
                container.name(), ready ? "Success" : "Running", container.state(), container.state(), started, ended);
    }
}
