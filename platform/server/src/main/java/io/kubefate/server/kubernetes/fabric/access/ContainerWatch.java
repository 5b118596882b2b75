package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.access.Broadcast;
import io.kubefate.server.kubernetes.access.PodContainer;
import java.util.List;

/** Reports the containers of some pods whenever a pod changes, from an informer, which reconnects. */
final class ContainerWatch implements ResourceEventHandler<Pod>, Watch {

    private final SharedIndexInformer<Pod> informer;
    private final PodContainers containers;
    private final Broadcast<List<PodContainer>> listeners;

    ContainerWatch(
            SharedIndexInformer<Pod> informer, PodContainers containers, Broadcast<List<PodContainer>> listeners) {
        this.informer = informer;
        this.containers = containers;
        this.listeners = listeners;
    }

    Watch open() {
        try {
            informer.exceptionHandler((started, failure) -> started).run();
            informer.addEventHandler(this);
            report();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void onAdd(Pod pod) {
        report();
    }

    @Override
    public void onUpdate(Pod before, Pod pod) {
        report();
    }

    @Override
    public void onDelete(Pod pod, boolean finalStateUnknown) {
        report();
    }

    @Override
    public void close() {
        informer.close();
    }

    private synchronized void report() {
        listeners.put("", containers.of(informer.getStore().list()));
    }
}
