package io.kubefate.server.kubernetes.diagnosis;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.kubefate.planning.health.Reason;
import io.kubefate.server.kubernetes.BatchJobState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Computes the state of a Job from the objects in Kubernetes. Pure: no I/O and no clock. */
public final class BatchJobDiagnosis {

    private BatchJobDiagnosis() {}

    /**
     * Computes the state of a Job.
     *
     * @param job the Job, if it exists
     * @param candidates pods, including the Job's
     * @param events the events of its namespace
     * @param claims the claims of its namespace
     * @return the state
     */
    public static BatchJobState of(
            Optional<Job> job, List<Pod> candidates, List<Event> events, List<PersistentVolumeClaim> claims) {
        if (job.isEmpty() || job.get().getMetadata().getDeletionTimestamp() != null) {
            return BatchJobState.ABSENT;
        }
        List<Pod> pods = pods(job.get(), candidates);
        JobStatus status = Objects.requireNonNullElseGet(job.get().getStatus(), JobStatus::new);
        int failures = Objects.requireNonNullElse(status.getFailed(), 0);
        if (condition(status, "Complete").isPresent()) {
            return new BatchJobState(BatchJobState.Phase.SUCCEEDED, failures, "", List.of());
        }
        return condition(status, "Failed")
                .map(condition ->
                        new BatchJobState(BatchJobState.Phase.FAILED, failures, message(condition, pods), List.of()))
                .orElseGet(() -> new BatchJobState(
                        BatchJobState.Phase.ACTIVE,
                        failures,
                        "",
                        reasons(job.get(), pods, new EventLog(events), claims)));
    }

    /** Returns the pods of a Job, oldest first. */
    public static List<Pod> pods(Job job, List<Pod> candidates) {
        return candidates.stream()
                .filter(pod -> pod.getMetadata().getOwnerReferences().stream()
                        .anyMatch(owner ->
                                Objects.equals(owner.getUid(), job.getMetadata().getUid())))
                .sorted(Comparator.comparing((Pod pod) -> pod.getMetadata().getCreationTimestamp())
                        .thenComparing(pod -> pod.getMetadata().getName()))
                .toList();
    }

    /** A failed pod is not a reason to wait: Kubernetes creates another, and the number of failures shows it. */
    private static List<Reason> reasons(Job job, List<Pod> pods, EventLog events, List<PersistentVolumeClaim> claims) {
        Map<String, PersistentVolumeClaim> byName =
                claims.stream().collect(toMap(claim -> claim.getMetadata().getName(), claim -> claim));
        String refusal = events.standing(
                        job.getMetadata().getUid(), EventLog.reason(Set.of("FailedCreate")), Set.of("SuccessfulCreate"))
                .map(EventLog::message)
                .orElse("");
        Workload workload = new Workload(
                job,
                job.getSpec().getTemplate().getSpec().getContainers(),
                new Rollout(true, 1, 0, 0, 0, true),
                pods.stream().filter(pod -> !PodDiagnosis.isOver(pod)).toList(),
                pods,
                List.of(),
                refusal);
        return new WorkloadDiagnosis(new PodDiagnosis(events, byName, Map.of()), new PodProgress(events))
                .health(workload)
                .reasons();
    }

    private static Optional<JobCondition> condition(JobStatus status, String type) {
        return status.getConditions().stream()
                .filter(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()))
                .findFirst();
    }

    private static String message(JobCondition condition, List<Pod> pods) {
        String exits = pods.stream()
                .reduce((earlier, last) -> last)
                .map(BatchJobDiagnosis::exits)
                .orElse("");
        String reported = Objects.requireNonNullElse(condition.getMessage(), condition.getReason());
        return exits.isEmpty() ? reported : reported + " (" + exits + ")";
    }

    private static String exits(Pod pod) {
        if (pod.getStatus() == null) {
            return "";
        }
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                .flatMap(status -> CrashedContainer.lastEnd(status)
                        .filter(BatchJobDiagnosis::isBad)
                        .map(end -> "container " + status.getName() + " " + ContainerDiagnosis.end(end))
                        .stream())
                .collect(joining(", "));
    }

    private static boolean isBad(ContainerStateTerminated end) {
        return !Objects.equals(end.getExitCode(), 0);
    }
}
