package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.manifest.PortProtocols;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.server.concurrent.Parallel;
import io.kubefate.server.kubernetes.KubernetesException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Reads, applies and deletes objects of any kind. */
final class FabricObjectClient {

    /** The number of objects of a kind from which on a list costs less than single reads. */
    private static final int WORTH_A_LIST = 3;

    private final Connection connection;
    private final KubernetesClient client;
    private final KubernetesClient writer;
    private final ApiResources kinds;
    private final Parallel parallel;

    /** @param writer sends the requests that admission webhooks examine */
    FabricObjectClient(
            Connection connection,
            KubernetesClient client,
            KubernetesClient writer,
            ApiResources kinds,
            Executor executor) {
        this.connection = connection;
        this.client = client;
        this.writer = writer;
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

    void apply(Manifest object) {
        connection.run(what(object), () -> apply(object, Ownership.MANAGER, false));
    }

    void restart(Manifest live, Instant at) {
        ObjectRef ref = live.ref();
        Map<String, Object> identity = Map.of("name", ref.name(), "namespace", ref.namespace(), "uid", live.uid());
        Map<String, Object> annotations = Map.of(Ownership.RESTARTED_AT, at.toString());
        Manifest patch = new Manifest(Map.of(
                "apiVersion", ref.apiVersion(),
                "kind", ref.kind(),
                "metadata", identity,
                "spec", Map.of("template", Map.of("metadata", Map.of("annotations", annotations)))));
        connection.run(
                "restart " + ref + " in namespace " + ref.namespace(),
                () -> apply(patch, Ownership.RESTART_MANAGER, false));
    }

    void replace(Manifest object) {
        ObjectRef ref = object.ref();
        connection.run(
                "replace " + ref + " in namespace " + ref.namespace(),
                () -> objects(kinds.find(ref.apiVersion(), ref.kind()).orElseThrow(() -> unknownKind(ref)), ref)
                        .resource(client.getKubernetesSerialization()
                                .convertValue(object.content(), GenericKubernetesResource.class))
                        .update());
    }

    Map<ObjectRef, DryRunResult> dryRun(Collection<Manifest> wanted) {
        Map<ObjectRef, DryRunResult> results = new LinkedHashMap<>();
        List<Optional<DryRunResult>> answers = parallel.map(wanted, this::dryRun);
        Iterator<Manifest> objects = wanted.iterator();
        answers.forEach(answer -> {
            ObjectRef ref = objects.next().ref();
            answer.ifPresent(result -> results.put(ref, result));
        });
        return results;
    }

    private Optional<DryRunResult> dryRun(Manifest object) {
        return connection.run("try to " + what(object), () -> {
            try {
                return Optional.of(
                        new DryRunResult.Accepted(manifest(apply(object, Ownership.MANAGER, true), object.ref())));
            } catch (KubernetesClientException exception) {
                return ApiErrors.isDryRunImpossible(exception)
                        ? Optional.empty()
                        : Optional.of(ApiErrors.dryRunResult(exception));
            } catch (KubernetesException exception) {
                return Optional.of(new DryRunResult.Refused(exception.getMessage()));
            }
        });
    }

    private GenericKubernetesResource apply(Manifest object, String manager, boolean dryRun) {
        ObjectRef ref = object.ref();
        ResourceDefinitionContext kind =
                kinds.find(ref.apiVersion(), ref.kind()).orElseThrow(() -> unknownKind(ref));
        return objects(writer, kind, ref)
                .resource(resource(object))
                .dryRun(dryRun)
                .fieldManager(manager)
                .forceConflicts()
                .serverSideApply();
    }

    private static String what(Manifest object) {
        return "apply " + object.ref() + " in namespace " + object.ref().namespace();
    }

    void delete(Manifest live) {
        ObjectRef ref = live.ref();
        connection.run(
                "delete " + ref + " in namespace " + ref.namespace(),
                () -> kinds.find(ref.apiVersion(), ref.kind()).map(kind -> delete(path(kind, ref), live.uid())));
    }

    /** Sends the request itself, because the client has no precondition for the uid. */
    private boolean delete(String path, String uid) {
        DeleteOptions options = new DeleteOptionsBuilder()
                .withPropagationPolicy(DeletionPropagation.FOREGROUND.toString())
                .withNewPreconditions()
                .withUid(uid)
                .endPreconditions()
                .build();
        try {
            client.raw(path, "DELETE", options);
            return true;
        } catch (KubernetesClientException exception) {
            if (ApiErrors.isNotFound(exception)) {
                return false;
            }
            throw exception;
        }
    }

    private static String path(ResourceDefinitionContext kind, ObjectRef ref) {
        String group = kind.getGroup().isEmpty() ? "/api" : "/apis/" + kind.getGroup();
        String namespace = kind.isNamespaceScoped() ? "/namespaces/" + ref.namespace() : "";
        return group + "/" + kind.getVersion() + namespace + "/" + kind.getPlural() + "/" + ref.name();
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
        return objects(client, kind, ref);
    }

    private static NonNamespaceOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            objects(KubernetesClient client, ResourceDefinitionContext kind, ObjectRef ref) {
        var all = client.genericKubernetesResources(kind);
        return kind.isNamespaceScoped() ? all.inNamespace(ref.namespace()) : all;
    }

    private GenericKubernetesResource resource(Manifest manifest) {
        return client.getKubernetesSerialization()
                .convertValue(PortProtocols.complete(manifest).content(), GenericKubernetesResource.class);
    }

    /** Sets apiVersion and kind, which items of a list do not have. */
    @SuppressWarnings("unchecked") // JSON maps have string keys
    private Manifest manifest(GenericKubernetesResource object, ObjectRef kind) {
        object.setApiVersion(kind.apiVersion());
        object.setKind(kind.kind());
        return new Manifest(client.getKubernetesSerialization().convertValue(object, Map.class));
    }

    private static KubernetesException unknownKind(ObjectRef ref) {
        String message =
                "apply %s in namespace %s: Kubernetes does not serve %s of %s; install its CustomResourceDefinition (CRD)"
                        .formatted(ref, ref.namespace(), ref.kind(), ref.apiVersion());
        return new KubernetesException(KubernetesException.Kind.REFUSED, message);
    }
}
