package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.concurrent.Parallel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Reads objects of any kind. */
final class FabricObjectReader {

    /** The number of objects of a kind from which on a list costs less than single reads. */
    private static final int WORTH_A_LIST = 3;

    private final Connection connection;
    private final KubernetesClient client;
    private final ApiResources kinds;
    private final Parallel parallel;

    FabricObjectReader(Connection connection, KubernetesClient client, ApiResources kinds, Executor executor) {
        this.connection = connection;
        this.client = client;
        this.kinds = kinds;
        this.parallel = new Parallel(executor);
    }

    List<Manifest> find(Collection<ObjectRef> refs) {
        Collection<List<ObjectRef>> byKind = refs.stream()
                .distinct()
                .collect(groupingBy(ref -> List.of(ref.apiVersion(), ref.kind(), ref.namespace())))
                .values();
        Map<ObjectRef, Manifest> found = parallel.map(byKind, this::findOfKind).stream()
                .flatMap(List::stream)
                .collect(toMap(Manifest::ref, manifest -> manifest));
        return refs.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    List<Manifest> select(String namespace, String apiVersion, String kind, Map<String, String> labels) {
        ObjectRef any = new ObjectRef(apiVersion, kind, namespace, "");
        return connection.run(
                "read " + kind + " objects in namespace " + namespace,
                () -> kinds.find(apiVersion, kind)
                        .map(context -> objects(context, any).withLabels(labels).list().getItems().stream()
                                .map(object -> manifest(object, any))
                                .toList())
                        .orElse(List.of()));
    }

    private List<Manifest> findOfKind(List<ObjectRef> refs) {
        ObjectRef first = refs.get(0);
        String what = "read " + first.kind() + " objects in namespace " + first.namespace();
        return connection.run(
                what,
                () -> kinds.find(first.apiVersion(), first.kind())
                        .map(kind -> read(kind, refs)
                                .map(object -> manifest(object, first))
                                .toList())
                        .orElse(List.of()));
    }

    private Stream<GenericKubernetesResource> read(ResourceDefinitionContext kind, List<ObjectRef> refs) {
        var objects = objects(kind, refs.get(0));
        if (refs.size() < WORTH_A_LIST) {
            return parallel
                    .map(
                            refs,
                            ref -> Optional.ofNullable(
                                    objects.withName(ref.name()).get()))
                    .stream()
                    .flatMap(Optional::stream);
        }
        Set<String> names = refs.stream().map(ObjectRef::name).collect(toSet());
        return objects.list().getItems().stream()
                .filter(object -> names.contains(object.getMetadata().getName()));
    }

    private NonNamespaceOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            objects(ResourceDefinitionContext kind, ObjectRef ref) {
        var all = client.genericKubernetesResources(kind);
        return kind.isNamespaceScoped() ? all.inNamespace(ref.namespace()) : all;
    }

    /** Sets apiVersion and kind, which items of a list do not have. */
    @SuppressWarnings("unchecked") // JSON maps have string keys
    private Manifest manifest(GenericKubernetesResource object, ObjectRef kind) {
        object.setApiVersion(kind.apiVersion());
        object.setKind(kind.kind());
        return new Manifest(client.getKubernetesSerialization().convertValue(object, Map.class));
    }
}
