package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs to somebody else is not overwritten. */
class OwnershipE2e extends Scenario {

    @BeforeEach
    void somebodyElsesService() {
        kubectl.run("create", "namespace", cluster);
        kubectl.apply(folder, """
                apiVersion: v1
                kind: Service
                metadata:
                  name: rollsite
                  annotations: {meta.helm.sh/release-name: old-release}
                spec:
                  clusterIP: None
                  ports: [{port: 1234, protocol: TCP}]
                """);
    }

    @Test
    void anInstallIsRefusedWithTheOwnersName() {
        Path file = ClusterFile.exchange(folder, cluster, "");

        Command.Result refused = service.kubefate("cluster", "install", "-f", file.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("Service/rollsite", "old-release", "--cover");
        assertThat(port()).isEqualTo(1234);
    }

    @Test
    void coverReplacesIt() {
        Path file = ClusterFile.exchange(folder, cluster, "");

        Command.Result installed = service.kubefate("cluster", "install", "-f", file.toString(), "--cover", "--wait");

        assertThat(installed.exitCode()).as(installed.toString()).isZero();
        assertThat(port()).isEqualTo(9370);
    }

    private int port() {
        JsonNode rollsite = kubectl.items("services").get(0);
        return rollsite.at("/spec/ports/0/port").asInt();
    }
}
