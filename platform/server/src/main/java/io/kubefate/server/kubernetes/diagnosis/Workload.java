package io.kubefate.server.kubernetes.diagnosis;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.spi.Annotations;
import java.util.List;
import java.util.Map;

/**
 * A Deployment or StatefulSet with its parts, so that both are diagnosed the same way.
 *
 * @param object the Deployment or StatefulSet
 * @param containers the containers of its pod template
 * @param rollout the progress of its current generation
 * @param pods its pods of the current generation that are not being deleted, by name
 * @param allPods its pods, by name
 * @param obsoletePods those of a StatefulSet that are of an older revision and not being deleted
 * @param refusal why Kubernetes cannot create a pod or claim for it, or empty text
 */
record Workload(
        HasMetadata object,
        List<Container> containers,
        Rollout rollout,
        List<Pod> pods,
        List<Pod> allPods,
        List<Pod> obsoletePods,
        String refusal) {

    ObjectRef ref() {
        return new ObjectRef(
                object.getApiVersion(),
                object.getKind(),
                object.getMetadata().getNamespace(),
                object.getMetadata().getName());
    }

    String module() {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels.getOrDefault(Ownership.MODULE, object.getMetadata().getName());
    }

    /** Returns the names of the containers that only support the module. */
    List<String> sidecars() {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return List.of(annotations.getOrDefault(Annotations.SIDECARS, "").split(","));
    }

    /** Returns the pods that have not ended. */
    List<Pod> activePods() {
        return pods.stream().filter(pod -> !PodDiagnosis.isOver(pod)).toList();
    }
}
