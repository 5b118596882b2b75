package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.PodTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A HorizontalPodAutoscaler that set other replicas of a workload than desired.
 *
 * @param object as in Kubernetes, of any version of {@code autoscaling}
 * @param replicas the live number of pods
 */
record Autoscaler(Manifest object, int replicas) {

    private static final String REPLICAS = "replicas";

    Autoscaler {
        requireNonNull(object, "object is null");
    }

    /**
     * Finds the autoscaler of a workload.
     *
     * @return empty if no autoscaler targets it, or if it has the desired replicas
     */
    static Optional<Autoscaler> of(Manifest live, Manifest wanted, List<Manifest> autoscalers) {
        return PodTemplate.of(live)
                .map(PodTemplate::replicas)
                .filter(current -> live.spec().containsKey(REPLICAS) && current != desired(wanted))
                .flatMap(current -> autoscalers.stream()
                        .filter(autoscaler -> targets(autoscaler, wanted.ref()))
                        .findFirst()
                        .map(autoscaler -> new Autoscaler(autoscaler, current)));
    }

    private static int desired(Manifest wanted) {
        return PodTemplate.of(wanted).map(PodTemplate::replicas).orElse(1);
    }

    private static boolean targets(Manifest autoscaler, ObjectRef workload) {
        Map<String, Object> target = Manifest.map(autoscaler.spec(), "scaleTargetRef");
        return workload.kind().equals(target.get("kind"))
                && workload.name().equals(target.get("name"))
                && workload.namespace().equals(autoscaler.ref().namespace());
    }

    /** Returns the workload with the live replicas. */
    Manifest scale(Manifest workload) {
        return workload.withSpec(REPLICAS, replicas);
    }

    /** Returns who sets the replicas. */
    String warning(Manifest wanted) {
        return wanted.ref() + ": spec.replicas " + replicas + " is left to " + object.ref() + ", which sets "
                + Objects.toString(object.spec().get("minReplicas"), "1") + " to "
                + object.spec().get("maxReplicas") + "; the " + desired(wanted) + " of the revision is ignored";
    }
}
