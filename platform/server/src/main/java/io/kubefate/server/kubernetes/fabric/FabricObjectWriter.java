package io.kubefate.server.kubernetes.fabric;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.manifest.PortProtocols;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.ObjectWriter;
import io.kubefate.server.kubernetes.WriteGuard;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Applies, replaces and deletes objects of any kind. */
final class FabricObjectWriter implements ObjectWriter {

    private final Connection connection;
    private final ApiResources kinds;
    private final NamespaceList namespaces;
    private final WriteRequests requests;

    FabricObjectWriter(Connection connection, ApiResources kinds, NamespaceList namespaces, WriteRequests requests) {
        this.connection = requireNonNull(connection, "connection is null");
        this.kinds = requireNonNull(kinds, "kinds is null");
        this.namespaces = requireNonNull(namespaces, "namespaces is null");
        this.requests = requireNonNull(requests, "requests is null");
    }

    /** Returns a writer that asks a guard when it sends the body of a request. */
    FabricObjectWriter guarded(WriteGuard guard) {
        return new FabricObjectWriter(connection, kinds, namespaces, requests.guarded(guard));
    }

    @Override
    public boolean createNamespace(String name) {
        return connection.run("create namespace " + name, () -> namespaces.create(name, requests));
    }

    @Override
    public void apply(Manifest object) {
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

    @Override
    public void replace(Manifest object) {
        ObjectRef ref = object.ref();
        connection.run(
                "replace " + ref + " in namespace " + ref.namespace(),
                () -> requests.send("PUT", path(kind(ref), ref), WriteRequests.JSON, object.content()));
    }

    /** Returns the result of {@link #apply} as a dry run, or empty if a dry run says nothing. */
    Optional<DryRunResult> dryRun(Manifest object) {
        return connection.run("try to " + what(object), () -> {
            try {
                return Optional.of(new DryRunResult.Accepted(manifest(apply(object, Ownership.MANAGER, true))));
            } catch (KubernetesClientException exception) {
                return ApiErrors.isDryRunImpossible(exception)
                        ? Optional.empty()
                        : Optional.of(ApiErrors.dryRunResult(exception));
            } catch (KubernetesException exception) {
                return Optional.of(new DryRunResult.Refused(exception.getMessage()));
            }
        });
    }

    @SuppressWarnings("unchecked") // JSON maps have string keys
    private Manifest manifest(String object) {
        return new Manifest(requests.serialization().unmarshal(object, Map.class));
    }

    private String apply(Manifest object, String manager, boolean dryRun) {
        ObjectRef ref = object.ref();
        String query = "?fieldManager=" + manager + "&force=true" + (dryRun ? "&dryRun=All" : "");
        return requests.send("PATCH", path(kind(ref), ref) + query, WriteRequests.APPLY, resource(object));
    }

    /** The client's model makes strings of the numbers in labels and annotations. */
    private GenericKubernetesResource resource(Manifest manifest) {
        return requests.serialization()
                .convertValue(PortProtocols.complete(manifest).content(), GenericKubernetesResource.class);
    }

    private static String what(Manifest object) {
        return "apply " + object.ref() + " in namespace " + object.ref().namespace();
    }

    @Override
    public void delete(Manifest live) {
        ObjectRef ref = live.ref();
        connection.run(
                "delete " + ref + " in namespace " + ref.namespace(),
                () -> kinds.find(ref.apiVersion(), ref.kind()).map(kind -> delete(path(kind, ref), live.uid())));
    }

    private boolean delete(String path, String uid) {
        DeleteOptions options = new DeleteOptionsBuilder()
                .withPropagationPolicy(DeletionPropagation.FOREGROUND.toString())
                .withNewPreconditions()
                .withUid(uid)
                .endPreconditions()
                .build();
        try {
            requests.send("DELETE", path, WriteRequests.JSON, options);
            return true;
        } catch (KubernetesClientException exception) {
            if (ApiErrors.isNotFound(exception)) {
                return false;
            }
            throw exception;
        }
    }

    private ResourceDefinitionContext kind(ObjectRef ref) {
        return kinds.find(ref.apiVersion(), ref.kind()).orElseThrow(() -> {
            String message =
                    "apply %s in namespace %s: Kubernetes does not serve %s of %s; install its CustomResourceDefinition (CRD)"
                            .formatted(ref, ref.namespace(), ref.kind(), ref.apiVersion());
            return new KubernetesException(KubernetesException.Kind.REFUSED, message);
        });
    }

    private static String path(ResourceDefinitionContext kind, ObjectRef ref) {
        String group = kind.getGroup().isEmpty() ? "api/" : "apis/" + kind.getGroup() + "/";
        String namespace = kind.isNamespaceScoped() ? "/namespaces/" + ref.namespace() : "";
        return group + kind.getVersion() + namespace + "/" + kind.getPlural() + "/" + ref.name();
    }
}
