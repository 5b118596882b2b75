package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A query for objects of one kind, used for single reads and for watches.
 *
 * @param list reads the objects now
 * @param informer watches them; not started yet
 * @param required whether the health needs the objects; optional ones are skipped if they are forbidden or not served
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

    /** Returns the current objects. */
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

    /** Returns whether the failure can be ignored because the objects are optional. */
    boolean isDispensable(KubernetesClientException exception) {
        return !required && (ApiErrors.isForbidden(exception) || ApiErrors.isNotFound(exception));
    }

    /**
     * Creates an informer that is not started yet, and that reconnects.
     *
     * @param onEvent called after every change; listeners compute from the whole cache
     */
    SharedIndexInformer<T> follow(Runnable onEvent) {
        // An initial state, even an empty one, makes the first list a consistent read instead of one from an old cache.
        return informer.get()
                .initialState(Stream.empty())
                .exceptionHandler((started, failure) -> !isDispensable(failure))
                .addEventHandler(new Signal<>(onEvent));
    }

    private boolean isDispensable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast)
                .findFirst()
                .filter(this::isDispensable)
                .isPresent();
    }

    private record Signal<T>(Runnable onEvent) implements ResourceEventHandler<T> {

        @Override
        public void onAdd(T added) {
            onEvent.run();
        }

        @Override
        public void onUpdate(T before, T after) {
            onEvent.run();
        }

        @Override
        public void onDelete(T deleted, boolean finalStateUnknown) {
            onEvent.run();
        }
    }
}
