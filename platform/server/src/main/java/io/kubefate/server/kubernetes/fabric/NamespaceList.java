package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.NamespaceView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists and creates the namespaces in which the service works.
 *
 * @param names those in which the service has permissions; empty for all
 */
record NamespaceList(KubernetesClient client, List<String> names) {

    List<NamespaceView> all() {
        return visible()
                .map(NamespaceList::view)
                .sorted(Comparator.comparing(NamespaceView::name))
                .toList();
    }

    private Stream<Namespace> visible() {
        return names.isEmpty()
                ? client.namespaces().list().getItems().stream()
                : names.stream()
                        .flatMap(name -> Stream.ofNullable(
                                client.namespaces().withName(name).get()));
    }

    /**
     * Creates a namespace unless it exists. A terminating namespace still has the name. This is temporary, so the caller has to retry. A
     * service without the permission to create namespaces uses those that exist.
     */
    boolean create(String name, WriteRequests requests) {
        Namespace namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels(Ownership.MANAGED_BY, Ownership.MANAGER)
                .endMetadata()
                .build();
        try {
            requests.send("POST", "api/v1/namespaces", WriteRequests.JSON, namespace);
            return true;
        } catch (KubernetesClientException exception) {
            boolean isForbidden = ApiErrors.isForbidden(exception);
            if (!isForbidden && !ApiErrors.isConflict(exception)) {
                throw exception;
            }
            Optional<Namespace> found = find(name);
            if (found.isEmpty()) {
                throw exception; // forbidden, or gone since
            }
            found.ifPresent(NamespaceList::refuseIfTerminating);
            return false;
        }
    }

    private Optional<Namespace> find(String name) {
        return ApiErrors.ifAllowed(() ->
                        Optional.ofNullable(client.namespaces().withName(name).get()))
                .flatMap(found -> found);
    }

    private static void refuseIfTerminating(Namespace namespace) {
        if (namespace.getMetadata().getDeletionTimestamp() != null) {
            throw new KubernetesException(
                    KubernetesException.Kind.TRANSIENT,
                    "namespace " + namespace.getMetadata().getName() + " is being deleted; wait until it is gone");
        }
    }

    private static NamespaceView view(Namespace namespace) {
        return new NamespaceView(
                namespace.getMetadata().getName(),
                namespace.getStatus().getPhase(),
                Objects.requireNonNullElse(namespace.getMetadata().getLabels(), Map.of()),
                Objects.requireNonNullElse(namespace.getMetadata().getAnnotations(), Map.of()),
                Optional.ofNullable(namespace.getMetadata().getCreationTimestamp())
                        .map(text -> OffsetDateTime.parse(text).toInstant())
                        .orElse(Instant.EPOCH));
    }
}
