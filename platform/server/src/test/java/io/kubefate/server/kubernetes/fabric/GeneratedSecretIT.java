package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = "KUBECONFIG",
        matches = ".+",
        disabledReason = "needs a real Kubernetes: set KUBECONFIG")
class GeneratedSecretIT {

    private static final String NAME = "generated";

    private final TestNamespace namespace = new TestNamespace();
    private final Connection connection = Connection.find();
    private final KubernetesClient client = connection.open(builder -> {});

    @AfterEach
    void removeNamespace() {
        client.close();
        namespace.close();
    }

    @Test
    void generatesADifferentValueForEachKey() {
        assertThat(secret().complete(List.of("first", "second"))).containsExactly("first", "second");

        assertThat(data().keySet()).containsExactlyInAnyOrder("first", "second");
        assertThat(data().values()).doesNotHaveDuplicates().allMatch(value -> value.length() > 32);
    }

    @Test
    void addsWhatIsMissingAndKeepsTheRest() {
        client.secrets()
                .inNamespace(namespace.name())
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .addToLabels("owner", "me")
                        .endMetadata()
                        .addToData("first", "b2xk")
                        .build())
                .create();

        assertThat(secret().complete(List.of("first", "second"))).containsExactly("second");
        assertThat(secret().complete(List.of("first", "second"))).isEmpty();

        assertThat(data()).containsEntry("first", "b2xk").containsKey("second");
        assertThat(client.secrets()
                        .inNamespace(namespace.name())
                        .withName(NAME)
                        .get()
                        .getMetadata()
                        .getLabels())
                .containsEntry("owner", "me");
    }

    @Test
    void podsThatStartAtTheSameTimeAgree() {
        ConcurrentLinkedQueue<String> added = new ConcurrentLinkedQueue<>();

        IntStream.range(0, 8).parallel().forEach(pod -> added.addAll(secret().complete(List.of("first", "second"))));

        assertThat(added).containsExactlyInAnyOrder("first", "second");
    }

    private GeneratedSecret secret() {
        return new GeneratedSecret(connection, namespace.name(), NAME);
    }

    private Map<String, String> data() {
        return client.secrets()
                .inNamespace(namespace.name())
                .withName(NAME)
                .get()
                .getData();
    }
}
