package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.manifest.Quantities;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.concurrent.Parallel;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the facts for preflight rules, all concurrently. */
final class PreflightFactsReader {

    /** Does not check get: roles always grant it with list, and each verb costs a request for each kind. */
    private static final List<String> VERBS = List.of("list", "create", "patch", "delete");

    private final KubernetesClient client;
    private final ApiResources kinds;
    private final Executor executor;

    PreflightFactsReader(KubernetesClient client, ApiResources kinds, Executor executor) {
        this.client = client;
        this.kinds = kinds;
        this.executor = executor;
    }

    PreflightFacts read(String namespace, String clusterId, Collection<ObjectRef> wanted) {
        List<ObjectRef> oneOfEach = wanted.stream()
                .collect(toMap(ref -> List.of(ref.apiVersion(), ref.kind()), ref -> ref, (first, second) -> first))
                .values()
                .stream()
                .toList();
        var phase = begin(() -> phase(namespace));
        var denied = begin(() -> denied(namespace, oneOfEach));
        var quotas = begin(() -> allowed(
                () -> client.resourceQuotas().inNamespace(namespace).list().getItems()));
        var nodes = begin(() -> allowed(() -> client.nodes().list().getItems()));
        var pods = begin(() -> allowed(() -> podsOfOthers(clusterId)));
        var storage = begin(() -> allowed(
                () -> names(client.storage().v1().storageClasses().list().getItems())));
        var ports = begin(() -> allowed(
                () -> nodePorts(client.services().inAnyNamespace().list().getItems())));
        var ingress = begin(() -> allowed(
                () -> names(client.network().v1().ingressClasses().list().getItems())));
        return new PreflightFacts(
                Parallel.join(phase),
                Parallel.join(denied),
                oneOfEach.stream()
                        .filter(ref -> kinds.find(ref.apiVersion(), ref.kind()).isEmpty())
                        .map(ref -> ref.kind() + " of " + ref.apiVersion())
                        .toList(),
                Parallel.join(quotas).orElse(List.of()).stream()
                        .map(PreflightFactsReader::quota)
                        .toList(),
                new PreflightFacts.ClusterFacts(
                        Parallel.join(nodes)
                                .flatMap(found -> Parallel.join(pods).map(others -> FreeCapacity.of(found, others))),
                        Parallel.join(storage),
                        Parallel.join(ports),
                        Parallel.join(ingress)));
    }

    private <T> CompletableFuture<T> begin(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, executor);
    }

    private static <T> Optional<T> allowed(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (KubernetesClientException exception) {
            if (ApiErrors.isForbidden(exception) || ApiErrors.isNotFound(exception)) {
                return Optional.empty();
            }
            throw exception;
        }
    }

    /** The pods of the cluster itself do not count as usage, since an update replaces them. */
    private List<Pod> podsOfOthers(String clusterId) {
        return client.pods()
                .inAnyNamespace()
                .withLabelNotIn(Ownership.CLUSTER, clusterId)
                .list()
                .getItems();
    }

    private String phase(String namespace) {
        return allowed(() -> Optional.ofNullable(
                        client.namespaces().withName(namespace).get()))
                .map(found -> found.map(object -> object.getStatus().getPhase()).orElse(""))
                .orElse("Active"); // a namespace that cannot be read may still exist
    }

    private List<String> denied(String namespace, List<ObjectRef> wanted) {
        List<Access> accesses = wanted.stream()
                .flatMap(ref -> kinds.find(ref.apiVersion(), ref.kind()).stream())
                .flatMap(kind -> VERBS.stream().map(verb -> new Access(verb, kind)))
                .toList();
        return new Parallel(executor)
                        .map(
                                accesses,
                                access -> isAllowed(access, namespace) ? Stream.<String>of() : Stream.of(access.text()))
                        .stream()
                        .flatMap(text -> text)
                        .toList();
    }

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

    /** A controller sets the usage, so it can be missing in a new quota. */
    private static PreflightFacts.Quota quota(ResourceQuota quota) {
        return new PreflightFacts.Quota(
                quota.getMetadata().getName(),
                amounts(quota.getSpec().getHard()),
                amounts(quota.getStatus() == null ? Map.of() : quota.getStatus().getUsed()));
    }

    private static Map<String, BigDecimal> amounts(Map<String, Quantity> quantities) {
        return Objects.requireNonNullElse(quantities, Map.<String, Quantity>of()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> Quantities.amount(entry.getValue())));
    }

    private record Access(String verb, ResourceDefinitionContext kind) {

        String text() {
            return verb + " " + kind.getPlural() + (kind.getGroup().isEmpty() ? "" : "." + kind.getGroup());
        }
    }
}
