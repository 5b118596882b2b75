package io.kubefate.server.kubernetes.diagnosis;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.LoadBalancerStatus;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceStatus;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.spi.Annotations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes a cluster's health from the objects in Kubernetes. Pure: no I/O and no clock. */
public final class ClusterDiagnosis {

    private ClusterDiagnosis() {}

    public static ClusterHealth calculate(ClusterObjects objects, Instant now) {
        EventLog events = new EventLog(objects.events());
        Map<String, PersistentVolumeClaim> claims = objects.claims().stream()
                .collect(toMap(claim -> claim.getMetadata().getName(), claim -> claim));
        WorkloadDiagnosis diagnosis =
                new WorkloadDiagnosis(new PodDiagnosis(events, claims, objects.crashLogs()), new PodProgress(events));
        return new ClusterHealth(
                new Workloads(objects, events)
                        .all().stream().map(diagnosis::health).toList(),
                podNames(objects.pods()),
                hosts(objects.ingresses()),
                objects.nodeIp(),
                partyNodePort(objects.services()),
                pendingLoadBalancers(objects.services()),
                now);
    }

    private static List<String> podNames(List<Pod> pods) {
        return pods.stream().map(pod -> pod.getMetadata().getName()).sorted().toList();
    }

    private static List<String> hosts(List<Ingress> ingresses) {
        return ingresses.stream()
                .sorted(Comparator.comparing(ingress -> ingress.getMetadata().getName()))
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .map(IngressRule::getHost)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static int partyNodePort(List<Service> services) {
        return services.stream()
                .sorted(Comparator.comparing(service -> service.getMetadata().getName()))
                .flatMap(ClusterDiagnosis::partyPort)
                .map(ServicePort::getNodePort)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0);
    }

    private static List<ObjectRef> pendingLoadBalancers(List<Service> services) {
        return services.stream()
                .filter(service -> "LoadBalancer".equals(service.getSpec().getType()) && !hasAddress(service))
                .map(Service::getMetadata)
                .map(service -> new ObjectRef("v1", "Service", service.getNamespace(), service.getName()))
                .sorted(Comparator.comparing(ObjectRef::name))
                .toList();
    }

    private static boolean hasAddress(Service service) {
        return Optional.ofNullable(service.getStatus())
                .map(ServiceStatus::getLoadBalancer)
                .map(LoadBalancerStatus::getIngress)
                .filter(addresses -> !addresses.isEmpty())
                .isPresent();
    }

    /** Reads the port from the annotation of the plugin's template, so that the plugin is not needed. */
    private static Stream<ServicePort> partyPort(Service service) {
        Map<String, String> annotations = service.getMetadata().getAnnotations();
        String declared = annotations == null ? null : annotations.get(Annotations.PARTY_PORT);
        return service.getSpec().getPorts().stream()
                .filter(port -> String.valueOf(port.getPort()).equals(declared)
                        || (declared != null && declared.equals(port.getName())));
    }
}
