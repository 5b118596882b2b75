package io.kubefate.planning.plan;

import static java.util.stream.Collectors.toSet;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.NodePorts;
import io.kubefate.planning.manifest.Ownership;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The node ports that move between the Services of a cluster. Kubernetes allocates a port only after the Service that has it has given
 * it up, so it rejects the dry run of the Service that takes it.
 *
 * @param givers the live Services that have such a port
 * @param takers the desired Services that want one
 */
public record NodePortMoves(List<Manifest> givers, List<Manifest> takers) {

    public NodePortMoves {
        givers = List.copyOf(givers);
        takers = List.copyOf(takers);
    }

    /**
     * Finds the ports that move.
     *
     * @param desired the desired objects, labeled
     * @param live the live objects
     */
    public static NodePortMoves of(List<Manifest> desired, List<Manifest> live) {
        List<Manifest> givers = live.stream()
                .filter(service -> !moved(service, desired).isEmpty())
                .toList();
        Set<Integer> moved = givers.stream()
                .flatMap(service -> moved(service, desired).stream())
                .collect(toSet());
        List<Manifest> takers = desired.stream()
                .filter(service -> NodePorts.of(service).stream().anyMatch(moved::contains))
                .toList();
        return new NodePortMoves(givers, takers);
    }

    /** Returns the ports of a live Service that it does not keep and other desired ones of the cluster have. */
    private static Set<Integer> moved(Manifest live, List<Manifest> desired) {
        Optional<Manifest> wanted = desired.stream()
                .filter(object -> object.ref().equals(live.ref()))
                .findFirst();
        if (isBalanced(live) && wanted.filter(NodePortMoves::isBalanced).isPresent()) {
            return Set.of(); // it would lose its address
        }
        Set<Integer> given = new HashSet<>(NodePorts.of(live));
        wanted.ifPresent(service -> given.removeAll(NodePorts.of(service)));
        given.retainAll(desired.stream()
                .filter(object -> object.label(Ownership.CLUSTER).equals(live.label(Ownership.CLUSTER)))
                .flatMap(object -> NodePorts.of(object).stream())
                .collect(toSet()));
        return given;
    }

    private static boolean isBalanced(Manifest service) {
        return Objects.equals(service.spec().get("type"), "LoadBalancer");
    }
}
