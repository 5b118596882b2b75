package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.access.PodContainer;
import java.util.List;
import java.util.function.Consumer;

/** Reports the containers of some pods whenever a pod changes, from an informer, which reconnects. */
final class ContainerWatch implements ResourceEventHandler<Pod>, Watch {

    private final SharedIndexInformer<Pod> informer;
    private final PodContainers containers;
    private final Consumer<List<PodContainer>> onChange;

    ContainerWatch(SharedIndexInformer<Pod> informer, PodContainers containers, Consumer<List<PodContainer>> onChange) {
        this.informer = informer;
        this.containers = containers;
        this.onChange = onChange;
    }

    Watch open() {
        informer.run();
        informer.addEventHandler(this);
        report();
        return this;
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
        onChange.accept(containers.of(informer.getStore().list()));
    }
}
