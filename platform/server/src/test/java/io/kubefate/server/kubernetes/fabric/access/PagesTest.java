package io.kubefate.server.kubernetes.fabric.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.access.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void aServiceWithOnePortIsAPage() {
        assertThat(new Pages(List.of()).of(List.of(service("notebook", port("20000", 20000)))))
                .containsExactly(new Page("notebook", "client", 20000, List.of()));
    }

    @Test
    void ofSeveralPortsTheOneForHttpIsAPage() {
        Service both = service("board", port("grpc", 9370), port("http", 8080));

        assertThat(new Pages(List.of()).of(List.of(both)))
                .extracting(Page::port)
                .containsExactly(8080);
    }

    @Test
    void severalPortsOfOtherNamesAreNone() {
        assertThat(new Pages(List.of()).of(List.of(service("rollsite", port("a", 1), port("b", 2)))))
                .isEmpty();
    }

    @Test
    void hasTheAddressesOfItsIngresses() {
        Pages pages = new Pages(List.of(ingress("notebook", true), ingress("other", false)));

        assertThat(pages.of(List.of(service("notebook", port("http", 80))))
                        .get(0)
                        .urls())
                .containsExactly("https://notebook.example.com/path");
    }

    @Test
    void aReadyPodHasTheNamedPort() {
        ServicePort named = new ServicePortBuilder()
                .withPort(80)
                .withTargetPort(new IntOrString("web"))
                .build();

        assertThat(ReadyPod.of(List.of(pod("a", false), pod("c", true), pod("b", true)), named))
                .hasValue(new ReadyPod("b", 20000));
        assertThat(ReadyPod.of(List.of(pod("b", true)), port("http", 8080))).hasValue(new ReadyPod("b", 8080));
        assertThat(ReadyPod.of(List.of(pod("a", false)), named)).isEmpty();
    }

    private static Service service(String name, ServicePort... ports) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels(Ownership.MODULE, "client")
                .endMetadata()
                .withNewSpec()
                .withPorts(ports)
                .endSpec()
                .build();
    }

    private static ServicePort port(String name, int number) {
        return new ServicePortBuilder().withName(name).withPort(number).build();
    }

    private static Ingress ingress(String service, boolean secure) {
        return new IngressBuilder()
                .withNewMetadata()
                .withName(service)
                .endMetadata()
                .withNewSpec()
                .addNewTl()
                .withHosts(secure ? service + ".example.com" : "another.example.com")
                .endTl()
                .addNewRule()
                .withHost(service + ".example.com")
                .withNewHttp()
                .addNewPath()
                .withPath("/path")
                .withNewBackend()
                .withNewService()
                .withName(service)
                .endService()
                .endBackend()
                .endPath()
                .endHttp()
                .endRule()
                .endSpec()
                .build();
    }

    private static Pod pod(String name, boolean ready) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .addNewPort()
                .withName("web")
                .withContainerPort(20000)
                .endPort()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready ? "True" : "False")
                .endCondition()
                .endStatus()
                .build();
    }
}
