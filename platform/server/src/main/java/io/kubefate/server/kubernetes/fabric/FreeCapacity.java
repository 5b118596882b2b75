package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.kubefate.planning.manifest.Quantities;
import io.kubefate.planning.preflight.PreflightFacts.Capacity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Computes the allocatable resources of nodes and what pods leave of them. */
final class FreeCapacity {

    private static final Set<String> RESOURCES = Set.of("cpu", "memory");

    private FreeCapacity() {}

    /** @param pods those whose requests count as used */
    static Capacity of(List<Node> nodes, List<Pod> pods) {
        List<Map<String, BigDecimal>> allocatable = nodes.stream()
                .filter(node -> !Boolean.TRUE.equals(node.getSpec().getUnschedulable()))
                .map(node -> amounts(node.getStatus().getAllocatable()))
                .toList();
        List<Map<String, BigDecimal>> requests = pods.stream()
                .filter(FreeCapacity::isOnANode)
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .map(Container::getResources)
                .filter(Objects::nonNull)
                .map(resources -> amounts(resources.getRequests()))
                .toList();
        Map<String, BigDecimal> free = RESOURCES.stream()
                .collect(toMap(
                        resource -> resource,
                        resource -> sum(allocatable, resource).subtract(sum(requests, resource))));
        return new Capacity(allocatable, free);
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
