package io.kubefate.server.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.function.Supplier;

/**
 * Some objects of one kind: the same query serves a single look and a watch.
 *
 * @param list reads them now
 * @param informer follows them; not started yet
 * @param required whether there is no health without them; others are left out where they are forbidden or not served
 */
record Query<T extends HasMetadata>(
        Supplier<List<T>> list, Supplier<SharedIndexInformer<T>> informer, boolean required) {

    static <T extends HasMetadata, L extends KubernetesResourceList<T>> Query<T> required(
            FilterWatchListDeletable<T, L, ?> objects) {
        return new Query<>(() -> objects.list().getItems(), () -> objects.runnableInformer(0), true);
    }

    static <T extends HasMetadata, L extends KubernetesResourceList<T>> Query<T> optional(
            FilterWatchListDeletable<T, L, ?> objects) {
        return new Query<>(() -> objects.list().getItems(), () -> objects.runnableInformer(0), false);
    }

    /** {@return the objects as they are now} */
    List<T> items() {
        try {
            return list.get();
        } catch (KubernetesClientException exception) {
            if (isDispensable(exception)) {
                return List.of();
            }
            throw exception;
        }
    }

    /** {@return whether these objects are done without, after this failure} */
    boolean isDispensable(KubernetesClientException exception) {
        return !required && (ApiErrors.isForbidden(exception) || ApiErrors.isNotFound(exception));
    }
}
