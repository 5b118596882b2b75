package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.concurrent.ChangeNotifier;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.diagnosis.BatchJobDiagnosis;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reports each change of the state of a Job, from watches instead of polling. */
final class BatchJobWatch implements Watch {

    /** The label that the Job controller sets on its pods. */
    static final String JOB_NAME = "job-name";

    private final SharedIndexInformer<Job> jobs;
    private final SharedIndexInformer<Pod> pods;
    private final SharedIndexInformer<Event> events;
    private final SharedIndexInformer<PersistentVolumeClaim> claims;
    private final ChangeNotifier<BatchJobState> notifier;
    private volatile boolean complete;

    /** Creates a watch that is not open yet. */
    BatchJobWatch(
            KubernetesClient client,
            ObjectRef job,
            ScheduledExecutorService scheduler,
            Consumer<BatchJobState> onChange) {
        String namespace = job.namespace();
        this.notifier =
                new ChangeNotifier<>(scheduler, ChangeNotifier.BURST, this::state, BatchJobState::equals, onChange);
        this.jobs = Query.required(
                        client.batch().v1().jobs().inNamespace(namespace).withField("metadata.name", job.name()))
                .follow(this::changed);
        this.pods = Query.required(client.pods().inNamespace(namespace).withLabel(JOB_NAME, job.name()))
                .follow(this::changed);
        this.events =
                Query.optional(client.v1().events().inNamespace(namespace)).follow(this::changed);
        this.claims = Query.optional(client.persistentVolumeClaims().inNamespace(namespace))
                .follow(this::changed);
    }

    BatchJobWatch open() {
        CompletableFuture.allOf(all().map(informer ->
                                informer.start().toCompletableFuture().exceptionally(dispensable -> null))
                        .toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> {
                    complete = true;
                    changed();
                });
        return this;
    }

    @Override
    public void close() {
        notifier.close();
        all().forEach(SharedIndexInformer::stop);
    }

    /** Waits for complete caches, because an incomplete one would look like a missing Job. */
    private void changed() {
        if (complete) {
            notifier.signal();
        }
    }

    private BatchJobState state() {
        return BatchJobDiagnosis.of(
                jobs.getStore().list().stream().findFirst(),
                pods.getStore().list(),
                events.getStore().list(),
                claims.getStore().list());
    }

    private Stream<SharedIndexInformer<?>> all() {
        return List.<SharedIndexInformer<?>>of(jobs, pods, events, claims).stream();
    }
}
