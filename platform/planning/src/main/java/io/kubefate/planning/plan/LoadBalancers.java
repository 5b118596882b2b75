package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The desired Services of type LoadBalancer that have no address. Kubernetes itself assigns none: that is done by the cloud, or by a
 * controller such as MetalLB.
 */
public final class LoadBalancers {

    private static final String TYPE = "LoadBalancer";

    private LoadBalancers() {}

    /** Returns the warning about a Service whose load balancer has no address. */
    public static String warning(ObjectRef service) {
        return service
                + ": the load balancer has no address yet; unless the cloud or a controller such as MetalLB assigns"
                + " one, use type NodePort";
    }

    /** Returns a warning for each that exists without an address. */
    static List<String> warnings(List<Manifest> desired, Map<ObjectRef, Manifest> live) {
        return desired.stream()
                .filter(LoadBalancers::isLoadBalancer)
                .flatMap(object -> Optional.ofNullable(live.get(object.ref())).stream())
                .filter(service -> isLoadBalancer(service) && !hasAddress(service))
                .map(service -> warning(service.ref()))
                .toList();
    }

    private static boolean isLoadBalancer(Manifest object) {
        return object.ref().kind().equals("Service")
                && Objects.equals(object.spec().get("type"), TYPE);
    }

    private static boolean hasAddress(Manifest service) {
        return Manifest.map(service.status(), "loadBalancer").get("ingress") instanceof Collection<?> addresses
                && !addresses.isEmpty();
    }
}
