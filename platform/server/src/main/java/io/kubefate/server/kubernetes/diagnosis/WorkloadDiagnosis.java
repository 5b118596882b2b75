package io.kubefate.server.kubernetes.diagnosis;

import io.fabric8.kubernetes.api.model.Pod;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.health.WorkloadHealth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Computes whether a workload is ready, and if not, why. */
final class WorkloadDiagnosis {

    private static final Pattern QUOTA =
            Pattern.compile("(?i)exceeded quota|failed quota|(maximum|minimum) .* usage per");
    private static final Pattern UNSPECIFIED = Pattern.compile("must specify ");
    private static final Pattern POD_SECURITY =
            Pattern.compile("violates PodSecurity \"([^:\"]+)[^\"]*\": (.*)", Pattern.DOTALL);

    /** What a container would have to set, which is long and differs between modules. */
    private static final Pattern DETAILS = Pattern.compile(" \\([^()]*\\)");

    private static final Pattern NAME_OF_POD = Pattern.compile("(?s)^.*?error: |^pods \"[^\"]*\" is ");

    private final PodDiagnosis pods;
    private final PodProgress progress;

    WorkloadDiagnosis(PodDiagnosis pods, PodProgress progress) {
        this.pods = pods;
        this.progress = progress;
    }

    WorkloadHealth health(Workload workload) {
        boolean ready = workload.rollout().isComplete();
        return new WorkloadHealth(
                workload.ref(),
                workload.module(),
                workload.object().getMetadata().getGeneration() == null
                        ? 0
                        : workload.object().getMetadata().getGeneration(),
                ready,
                condition(workload, ready),
                ContainerStates.of(workload),
                ready ? List.of() : reasons(workload),
                workload.allPods().stream()
                        .map(pod -> PodStates.of(pod, workload.obsoletePods().contains(pod)))
                        .toList());
    }

    private static String condition(Workload workload, boolean ready) {
        if (ready) {
            return "Available";
        }
        return workload.refusal().isEmpty() ? "Progressing" : "ReplicaFailure";
    }

    private List<Reason> reasons(Workload workload) {
        Collection<Cause> causes = causes(workload);
        if (causes.isEmpty()) {
            return List.of(starting(workload).toReason(workload.module()));
        }
        return causes.stream().map(cause -> cause.toReason(workload.module())).toList();
    }

    /** Reports a refusal first: while there is one, a StatefulSet does not report the generation that it observed. */
    private Collection<Cause> causes(Workload workload) {
        Map<String, Cause> causes = new LinkedHashMap<>();
        refusal(workload).ifPresent(cause -> causes.put("", cause));
        for (Pod pod : relevant(workload)) {
            pods.troubles(pod).forEach(cause -> causes.putIfAbsent(cause.code() + " " + cause.subject(), cause));
        }
        return causes.values();
    }

    /** An ended pod matters only until another replaces it. */
    private static List<Pod> relevant(Workload workload) {
        if (!workload.rollout().observed()) {
            return List.of();
        }
        List<Pod> active = workload.activePods();
        return active.isEmpty() ? workload.pods() : active;
    }

    /** Removes the name of the pod, since it changes at each retry of Kubernetes and would look like a change. */
    private static Optional<Cause> refusal(Workload workload) {
        if (workload.refusal().isEmpty()) {
            return Optional.empty();
        }
        String reported = NAME_OF_POD.matcher(workload.refusal()).replaceAll("");
        reported = NAME_OF_POD.matcher(reported).replaceAll("");
        String object = workload.ref().toString();
        if (QUOTA.matcher(reported).find()) {
            String remedy = UNSPECIFIED.matcher(reported).find()
                    ? "create a LimitRange with defaults in the namespace, or set resources in cluster.yaml"
                    : "raise it, or request less";
            String message = "a quota or limit of the namespace forbids its pods (%s); %s".formatted(reported, remedy);
            return Optional.of(new Cause(Reason.Code.QUOTA_EXCEEDED, "", object, message));
        }
        Matcher level = POD_SECURITY.matcher(reported);
        if (level.find()) {
            String message =
                    "the namespace enforces Pod Security level %s, which forbids its pods (%s); allow them with: kubectl"
                                    .formatted(
                                            level.group(1),
                                            DETAILS.matcher(level.group(2)).replaceAll(""))
                            + " label --overwrite namespace %s pod-security.kubernetes.io/enforce=baseline"
                                    .formatted(workload.ref().namespace());
            return Optional.of(new Cause(Reason.Code.POD_FAILED, "", object, message));
        }
        return Optional.of(
                new Cause(Reason.Code.POD_FAILED, "", object, "its pods cannot be created (%s)".formatted(reported)));
    }

    private Cause starting(Workload workload) {
        if (workload.rollout().observed()) {
            for (Pod pod : workload.activePods()) {
                Optional<String> doing = progress.of(pod);
                if (doing.isPresent()) {
                    return starting("Pod/" + pod.getMetadata().getName(), doing.get());
                }
            }
        }
        return starting(workload.ref().toString(), workload.rollout().remaining());
    }

    private static Cause starting(String object, String message) {
        return new Cause(Reason.Code.STARTING, "", object, message);
    }
}
