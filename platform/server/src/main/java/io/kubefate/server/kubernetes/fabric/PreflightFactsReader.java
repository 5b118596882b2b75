package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.concurrent.Parallel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the facts for preflight rules, all concurrently. */
final class PreflightFactsReader {

    /** Does not check get: roles always grant it with list. */
    private static final List<String> VERBS = List.of("list", "create", "patch", "delete");

    private final KubernetesClient client;
    private final NamespaceFactsReader namespaces;
    private final ApiResources kinds;
    private final Parallel parallel;

    PreflightFactsReader(KubernetesClient client, ApiResources kinds, Executor executor) {
        this.client = client;
        this.namespaces = new NamespaceFactsReader(client, new Parallel(executor));
        this.kinds = kinds;
        this.parallel = new Parallel(executor);
    }

    PreflightFacts read(String namespace, String clusterId, Collection<ObjectRef> wanted) {
        List<ObjectRef> oneOfEach = wanted.stream()
                .collect(toMap(ref -> List.of(ref.apiVersion(), ref.kind()), ref -> ref, (first, second) -> first))
                .values()
                .stream()
                .toList();
        var facts = begin(() -> namespaces.read(namespace));
        var denied = begin(() -> denied(namespace, oneOfEach));
        var nodes = begin(() -> ApiErrors.ifAllowed(() -> client.nodes().list().getItems()));
        var pods = begin(() -> ApiErrors.ifAllowed(() -> podsOfOthers(clusterId)));
        var storage = begin(() -> ApiErrors.ifAllowed(
                () -> names(client.storage().v1().storageClasses().list().getItems())));
        var ports = begin(() -> ApiErrors.ifAllowed(
                () -> nodePorts(client.services().inAnyNamespace().list().getItems())));
        var ingress = begin(() -> ApiErrors.ifAllowed(
                () -> names(client.network().v1().ingressClasses().list().getItems())));
        return new PreflightFacts(
                Parallel.join(facts),
                Parallel.join(denied),
                oneOfEach.stream()
                        .filter(ref -> kinds.find(ref.apiVersion(), ref.kind()).isEmpty())
                        .map(ref -> ref.kind() + " of " + ref.apiVersion())
                        .toList(),
                new PreflightFacts.ClusterFacts(
                        Parallel.join(nodes)
                                .flatMap(found -> Parallel.join(pods).map(others -> FreeCapacity.of(found, others))),
                        Parallel.join(storage),
                        Parallel.join(ports),
                        Parallel.join(ingress)));
    }

    private <T> Future<T> begin(Supplier<T> call) {
        return parallel.start(call);
    }

    /** The pods of the cluster itself do not count as usage, since an update replaces them. */
    private List<Pod> podsOfOthers(String clusterId) {
        return client.pods()
                .inAnyNamespace()
                .withLabelNotIn(Ownership.CLUSTER, clusterId)
                .list()
                .getItems();
    }

    /** What is in no namespace is only used by the objects of a cluster. */
    private List<String> denied(String namespace, List<ObjectRef> wanted) {
        Permissions permissions = Permissions.read(client, namespace);
        List<Access> accesses = wanted.stream()
                .flatMap(ref -> kinds.find(ref.apiVersion(), ref.kind()).stream())
                .filter(ResourceDefinitionContext::isNamespaceScoped)
                .flatMap(kind -> VERBS.stream().map(verb -> new Access(verb, kind)))
                .filter(access -> !permissions.allow(
                        access.verb(), access.kind().getGroup(), access.kind().getPlural()))
                .toList();
        return parallel
                .map(accesses, access -> isAllowed(access, namespace) ? Stream.<String>of() : Stream.of(access.text()))
                .stream()
                .flatMap(text -> text)
                .toList();
    }

    /** Asks about one access, since the list of permissions does not contain what an authorizer other than RBAC permits. */
    private boolean isAllowed(Access access, String namespace) {
        SelfSubjectAccessReview review = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(namespace)
                .withVerb(access.verb())
                .withGroup(access.kind().getGroup())
                .withResource(access.kind().getPlural())
                .endResourceAttributes()
                .endSpec()
                .build();
        return client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(review)
                .getStatus()
                .getAllowed();
    }

    private static Set<String> names(List<? extends HasMetadata> classes) {
        Set<String> names = new HashSet<>();
        for (HasMetadata object : classes) {
            names.add(object.getMetadata().getName());
            Map<String, String> notes =
                    Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
            notes.forEach((key, value) -> {
                if (key.endsWith("kubernetes.io/is-default-class") && value.equals("true")) {
                    names.add("");
                }
            });
        }
        return names;
    }

    private static Map<Integer, String> nodePorts(List<Service> services) {
        Map<Integer, String> ports = new HashMap<>();
        services.forEach(service -> service.getSpec().getPorts().stream()
                .filter(port -> port.getNodePort() != null)
                .forEach(port -> ports.put(
                        port.getNodePort(),
                        service.getMetadata().getNamespace() + "/"
                                + service.getMetadata().getName())));
        return ports;
    }

    private record Access(String verb, ResourceDefinitionContext kind) {

        String text() {
            return verb + " " + kind.getPlural() + (kind.getGroup().isEmpty() ? "" : "." + kind.getGroup());
        }
    }
}
