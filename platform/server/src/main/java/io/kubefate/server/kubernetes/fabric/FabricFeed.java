package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.ClusterFeed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the clusters of a real Kubernetes. Keeps only the labels of each object. */
final class FabricFeed implements ClusterFeed {

    private static final Logger LOG = LoggerFactory.getLogger(FabricFeed.class);

    private final Map<Kind, List<SharedIndexInformer<GenericKubernetesResource>>> informers = new ConcurrentHashMap<>();
    private final Set<Kind> refused = ConcurrentHashMap.newKeySet();
    private final Connection connection;
    private final KubernetesClient client;
    private final ApiResources kinds;
    private final List<String> namespaces;
    private final Consumer<String> onChange;

    /**
     * Creates a feed that watches no kind yet.
     *
     * @param namespaces those that are watched; empty for all
     * @param onChange receives the id of a cluster after one of its objects was created, changed or deleted
     */
    FabricFeed(
            Connection connection,
            KubernetesClient client,
            ApiResources kinds,
            List<String> namespaces,
            Consumer<String> onChange) {
        this.connection = connection;
        this.client = client;
        this.kinds = kinds;
        this.namespaces = namespaces;
        this.onChange = onChange;
    }

    private record Kind(String apiVersion, String name) {}

    @Override
    public void include(Collection<ObjectRef> objects) {
        objects.stream()
                .map(ref -> new Kind(ref.apiVersion(), ref.kind()))
                .distinct()
                .filter(kind -> !informers.containsKey(kind))
                .forEach(this::follow);
    }

    @Override
    public boolean isLive() {
        return !informers.isEmpty() && started().allMatch(SharedIndexInformer::isWatching);
    }

    @Override
    public void close() {
        started().forEach(SharedIndexInformer::stop);
    }

    private Stream<SharedIndexInformer<GenericKubernetesResource>> started() {
        return informers.values().stream().flatMap(List::stream);
    }

    private void follow(Kind kind) {
        Optional<ResourceDefinitionContext> served = connection.run(
                "check whether Kubernetes serves " + kind.name(), () -> kinds.find(kind.apiVersion(), kind.name()));
        served.ifPresent(context -> informers.computeIfAbsent(
                kind,
                absent -> scopes(context).map(objects -> start(kind, objects)).toList()));
    }

    /** Returns the objects in each of the namespaces, or all at once. */
    private Stream<FilterWatchListDeletable<GenericKubernetesResource, GenericKubernetesResourceList, ?>> scopes(
            ResourceDefinitionContext context) {
        var all = client.genericKubernetesResources(context);
        return namespaces.isEmpty() || !context.isNamespaceScoped()
                ? Stream.of(all.inAnyNamespace().withLabel(Ownership.CLUSTER))
                : namespaces.stream().map(name -> all.inNamespace(name).withLabel(Ownership.CLUSTER));
    }

    private SharedIndexInformer<GenericKubernetesResource> start(
            Kind kind, FilterWatchListDeletable<GenericKubernetesResource, GenericKubernetesResourceList, ?> objects) {
        SharedIndexInformer<GenericKubernetesResource> informer = objects.runnableInformer(0);
        // An initial state, even an empty one, makes the first list a consistent read instead of one from an old cache.
        informer.initialState(Stream.empty())
                .itemStore(new ReducedStateItemStore<>(
                        ReducedStateItemStore.UID_KEY_STATE,
                        GenericKubernetesResource.class,
                        client.getKubernetesSerialization(),
                        "metadata.labels"))
                .exceptionHandler((started, failure) -> goOn(kind, failure))
                .addEventHandler(new Signals(onChange))
                .start();
        return informer;
    }

    /** Retries also after a refusal: the permission can be granted later, and until then the feed is not live. */
    private boolean goOn(Kind kind, Throwable failure) {
        if (failure instanceof KubernetesClientException exception
                && ApiErrors.isForbidden(exception)
                && refused.add(kind)) {
            LOG.warn("cannot watch {} objects: {}", kind.name(), ApiErrors.message(exception));
        }
        return true;
    }

    private record Signals(Consumer<String> onChange) implements ResourceEventHandler<GenericKubernetesResource> {

        @Override
        public void onAdd(GenericKubernetesResource added) {
            report(added);
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource after) {
            report(after);
        }

        @Override
        public void onDelete(GenericKubernetesResource deleted, boolean finalStateUnknown) {
            report(deleted);
        }

        private void report(GenericKubernetesResource object) {
            Optional.ofNullable(object.getMetadata().getLabels())
                    .map(labels -> labels.get(Ownership.CLUSTER))
                    .ifPresent(onChange);
        }
    }
}
