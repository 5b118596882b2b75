package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.ClusterFeed;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feed of a real Kubernetes. Of each object it keeps the labels only. */
final class FabricFeed implements ClusterFeed {

    private static final Logger LOG = LoggerFactory.getLogger(FabricFeed.class);

    private final Map<Kind, SharedIndexInformer<GenericKubernetesResource>> informers = new ConcurrentHashMap<>();
    private final Set<Kind> refused = ConcurrentHashMap.newKeySet();
    private final KubernetesClient client;
    private final ApiResources kinds;
    private final Consumer<String> onChange;

    /**
     * A feed that follows nothing yet.
     *
     * @param onChange told the id of a cluster after one of its objects was made, changed or deleted
     */
    FabricFeed(KubernetesClient client, ApiResources kinds, Consumer<String> onChange) {
        this.client = client;
        this.kinds = kinds;
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
        return !informers.isEmpty() && informers.values().stream().allMatch(SharedIndexInformer::isWatching);
    }

    @Override
    public void close() {
        informers.values().forEach(SharedIndexInformer::stop);
    }

    private void follow(Kind kind) {
        Optional<ResourceDefinitionContext> served = ApiErrors.translating(
                "ask whether " + kind.name() + " is served", () -> kinds.find(kind.apiVersion(), kind.name()));
        served.ifPresent(context -> informers.computeIfAbsent(kind, absent -> start(absent, context)));
    }

    private SharedIndexInformer<GenericKubernetesResource> start(Kind kind, ResourceDefinitionContext context) {
        SharedIndexInformer<GenericKubernetesResource> informer = client.genericKubernetesResources(context)
                .inAnyNamespace()
                .withLabel(Ownership.CLUSTER)
                .runnableInformer(0);
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

    /** Also after a refusal: the permission may be given later, and until then the feed is not live. */
    private boolean goOn(Kind kind, Throwable failure) {
        if (failure instanceof KubernetesClientException exception
                && ApiErrors.isForbidden(exception)
                && refused.add(kind)) {
            LOG.warn("changes of {} objects are not seen: {}", kind.name(), ApiErrors.message(exception));
        }
        return true;
    }

    private record Signals(Consumer<String> onChange) implements ResourceEventHandler<GenericKubernetesResource> {

        @Override
        public void onAdd(GenericKubernetesResource added) {
            tell(added);
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource after) {
            tell(after);
        }

        @Override
        public void onDelete(GenericKubernetesResource deleted, boolean finalStateUnknown) {
            tell(deleted);
        }

        private void tell(GenericKubernetesResource object) {
            Optional.ofNullable(object.getMetadata().getLabels())
                    .map(labels -> labels.get(Ownership.CLUSTER))
                    .ifPresent(onChange);
        }
    }
}
