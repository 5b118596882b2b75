package io.kubefate.server.engine.job;

import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import java.util.List;
import java.util.Optional;

/** Records what a failed job leaves in Kubernetes, so that people know what to remove. */
record KeptObjects(ObjectClient objects, Journal journal, Transition transition) {

    void record() {
        String namespace = transition.owner().namespace();
        boolean created = journal.history().has(JobEventReason.NAMESPACE_CREATED, namespace);
        EventDetails details =
                EventDetails.of("cluster", transition.owner().clusterId()).with("namespace", created ? namespace : "");
        journal.once(
                JobEventReason.OBJECTS_KEPT,
                "",
                live().map(kept -> details.with("objects", kept)).orElse(details));
    }

    /** Returns the objects of the cluster; empty if Kubernetes does not answer, which must not keep the job from its end. */
    private Optional<List<String>> live() {
        try {
            return Optional.of(new LiveStateReader(objects)
                    .owned(transition.owner(), transition.inventory()).stream()
                            .map(object -> object.ref().toString())
                            .toList());
        } catch (KubernetesException e) {
            return Optional.empty();
        }
    }
}
