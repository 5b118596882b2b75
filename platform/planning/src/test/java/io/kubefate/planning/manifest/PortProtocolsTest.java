package io.kubefate.planning.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortProtocolsTest {

    @Test
    void aPortOfAServiceWithoutProtocolIsTcp() {
        Manifest service = Manifests.service("fate-9999", "rollsite", 9370, 30091);
        assertThat(PortProtocols.complete(service).spec().get("ports"))
                .isEqualTo(List.of(Map.of("name", "party", "port", 9370, "nodePort", 30091, "protocol", "TCP")));
    }

    @Test
    void aPortOfAContainerWithoutProtocolIsTcp() {
        Manifest deployment = Manifests.deployment("fate-9999", "client", "client:1");
        assertThat(PortProtocols.complete(deployment).spec().get("template").toString())
                .contains("protocol=TCP", "containerPort=20000");
    }

    @Test
    void aGivenProtocolAndEverythingElseStays() {
        List<Map<String, Object>> ports = List.of(Map.of("port", 53, "protocol", "UDP"));
        Manifest service = Manifests.object("v1", "Service", "fate-9999", "dns", "spec", Map.of("ports", ports));
        Manifest settings = Manifests.configMap("fate-9999", "settings", "value");
        assertThat(PortProtocols.complete(service)).isEqualTo(service);
        assertThat(PortProtocols.complete(settings)).isEqualTo(settings);
    }
}
