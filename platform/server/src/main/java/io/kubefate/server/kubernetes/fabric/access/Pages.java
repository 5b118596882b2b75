package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.access.Page;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the web pages of a cluster in its objects.
 *
 * @param ingresses all Ingresses of the cluster
 */
record Pages(Collection<Ingress> ingresses) {

    List<Page> of(Collection<Service> services) {
        return services.stream()
                .flatMap(service -> port(service).stream().map(port -> page(service, port)))
                .sorted(Comparator.comparing(Page::service))
                .toList();
    }

    /** Returns the port for HTTP, or the only port. */
    static Optional<ServicePort> port(Service service) {
        List<ServicePort> ports = service.getSpec().getPorts().stream()
                .filter(port -> !"UDP".equals(port.getProtocol()))
                .toList();
        Optional<ServicePort> named = ports.stream()
                .filter(port -> Objects.toString(port.getName(), "").matches("https?(-.*)?"))
                .findFirst();
        return named.or(() -> ports.stream().filter(port -> ports.size() == 1).findFirst());
    }

    private Page page(Service service, ServicePort port) {
        String name = service.getMetadata().getName();
        return new Page(
                name,
                service.getMetadata().getLabels().getOrDefault(Ownership.MODULE, ""),
                port.getPort(),
                ingresses.stream().flatMap(ingress -> urls(ingress, name)).toList());
    }

    private static Stream<String> urls(Ingress ingress, String service) {
        return ingress.getSpec().getRules().stream()
                .filter(rule -> rule.getHost() != null && rule.getHttp() != null)
                .flatMap(rule -> rule.getHttp().getPaths().stream()
                        .filter(path -> leadsTo(path, service))
                        .map(path -> url(ingress, rule, path)));
    }

    private static boolean leadsTo(HTTPIngressPath path, String service) {
        return path.getBackend() != null
                && path.getBackend().getService() != null
                && service.equals(path.getBackend().getService().getName());
    }

    private static String url(Ingress ingress, IngressRule rule, HTTPIngressPath path) {
        boolean secure = ingress.getSpec().getTls().stream()
                .map(IngressTLS::getHosts)
                .anyMatch(hosts -> hosts.contains(rule.getHost()));
        return (secure ? "https://" : "http://") + rule.getHost() + Objects.requireNonNullElse(path.getPath(), "/");
    }
}
