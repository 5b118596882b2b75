package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.manifest.Quantities;
import io.kubefate.planning.preflight.PreflightFacts.Capacity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the allocatable resources of nodes and what the pods of others leave of them. */
final class CapacityReader {

    private static final Set<String> RESOURCES = Set.of("cpu", "memory");

    private final KubernetesClient client;

    CapacityReader(KubernetesClient client) {
        this.client = client;
    }

    /** Returns the capacity; the usage of the cluster's own pods counts as free, since an update replaces them. */
    Capacity read(String clusterId) {
        List<Map<String, BigDecimal>> nodes = client.nodes().list().getItems().stream()
                .filter(node -> !Boolean.TRUE.equals(node.getSpec().getUnschedulable()))
                .map(node -> amounts(node.getStatus().getAllocatable()))
                .toList();
        List<Map<String, BigDecimal>> requests =
                client.pods().inAnyNamespace().withLabelNotIn(Ownership.CLUSTER, clusterId).list().getItems().stream()
                        .filter(CapacityReader::isOnANode)
                        .flatMap(pod -> pod.getSpec().getContainers().stream())
                        .map(Container::getResources)
                        .filter(Objects::nonNull)
                        .map(resources -> amounts(resources.getRequests()))
                        .toList();
        Map<String, BigDecimal> free = RESOURCES.stream()
                .collect(toMap(
                        resource -> resource, resource -> sum(nodes, resource).subtract(sum(requests, resource))));
        return new Capacity(nodes, free);
    }

    private static BigDecimal sum(List<Map<String, BigDecimal>> amounts, String resource) {
        return amounts.stream()
                .map(amount -> amount.getOrDefault(resource, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> amounts(Map<String, Quantity> quantities) {
        return Objects.requireNonNullElse(quantities, Map.<String, Quantity>of()).entrySet().stream()
                .filter(entry -> RESOURCES.contains(entry.getKey()))
                .collect(toMap(Map.Entry::getKey, entry -> Quantities.amount(entry.getValue())));
    }

    private static boolean isOnANode(Pod pod) {
        return pod.getSpec().getNodeName() != null
                && !Set.of("Succeeded", "Failed").contains(pod.getStatus().getPhase());
    }
}
