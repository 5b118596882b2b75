package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.manifest.Quantities;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What pods of others leave on the nodes that take pods. */
final class FreeCapacity {

    private final Map<String, BigDecimal> free =
            new HashMap<>(Map.of("cpu", BigDecimal.ZERO, "memory", BigDecimal.ZERO));

    private FreeCapacity() {}

    /** {@return cpu in cores and memory in bytes; what the cluster itself uses counts as free, since an update exchanges its pods} */
    static Map<String, BigDecimal> read(KubernetesClient client, String clusterId) {
        FreeCapacity capacity = new FreeCapacity();
        client.nodes().list().getItems().stream()
                .filter(node -> !Boolean.TRUE.equals(node.getSpec().getUnschedulable()))
                .map(Node::getStatus)
                .forEach(status -> capacity.add(status.getAllocatable(), 1));
        client.pods().inAnyNamespace().withLabelNotIn(Ownership.CLUSTER, clusterId).list().getItems().stream()
                .filter(FreeCapacity::isOnANode)
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .map(Container::getResources)
                .filter(Objects::nonNull)
                .map(ResourceRequirements::getRequests)
                .forEach(requests -> capacity.add(requests, -1));
        return Map.copyOf(capacity.free);
    }

    private static boolean isOnANode(Pod pod) {
        return pod.getSpec().getNodeName() != null
                && !Set.of("Succeeded", "Failed").contains(pod.getStatus().getPhase());
    }

    private void add(Map<String, Quantity> amounts, int sign) {
        Map<String, Quantity> present = Objects.requireNonNullElse(amounts, Map.of());
        free.replaceAll((resource, sum) -> present.containsKey(resource)
                ? sum.add(Quantities.amount(present.get(resource)).multiply(BigDecimal.valueOf(sign)))
                : sum);
    }
}
