package io.kubefate.planning.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmRecordTest {

    private static final String MANIFEST = """
            ---
            # Source: fate/templates/rollsite.yaml
            apiVersion: v1
            kind: Service
            metadata: {name: rollsite, labels: {name: fate-9999}}
            ---
            apiVersion: extensions/v1beta1
            kind: Ingress
            metadata: {name: client}
            ---
            apiVersion: policy/v1beta1
            kind: PodSecurityPolicy
            metadata: {name: psp}
            """;

    @Test
    void hasChartValuesAndObjects() {
        HelmRecord record = HelmRecord.of(record(3, "deployed")).orElseThrow();

        assertThat(record.name()).isEqualTo("fate-9999");
        assertThat(record.revision()).isEqualTo(3);
        assertThat(record.chartName() + " " + record.chartVersion()).isEqualTo("fate v1.5.0");
        assertThat(record.deployedAt()).isEqualTo("2024-01-25T10:00:00Z");
        assertThat(record.values()).isEqualTo(Map.of("partyId", 9999));
        assertThat(record.objects())
                .extracting(Manifest::ref)
                .containsExactly(
                        new ObjectRef("v1", "Service", "ns", "rollsite"),
                        new ObjectRef("networking.k8s.io/v1beta1", "Ingress", "ns", "client"));
        assertThat(record.objects().get(0).label("name")).isEqualTo("fate-9999");
        assertThat(record.others()).extracting(ObjectRef::toString).containsExactly("PodSecurityPolicy/psp");
    }

    @ParameterizedTest
    @CsvSource({
        "deployed, true, false",
        "superseded, false, false",
        "failed, false, false",
        "pending-upgrade, false, true",
        "uninstalling, false, true"
    })
    void hasTheStatusOfTheRevision(String status, boolean deployed, boolean pending) {
        HelmRecord record = HelmRecord.of(record(1, status)).orElseThrow();

        assertThat(record.isDeployed()).isEqualTo(deployed);
        assertThat(record.isPending()).isEqualTo(pending);
    }

    @Test
    void aRecordThatGrowsBeyondTheLimitIsNotRead() {
        byte[] bomb = HelmStorage.gzip("{\"manifest\":\"" + "a".repeat(17 * 1024 * 1024) + "\"}");
        String data = Base64.getEncoder()
                .encodeToString(Base64.getEncoder().encodeToString(bomb).getBytes(StandardCharsets.US_ASCII));
        Map<String, Object> content = new LinkedHashMap<>(record(1, "deployed").content());
        content.put("data", Map.of("release", data));

        assertThat(HelmRecord.of(new Manifest(content))).isEmpty();
    }

    @Test
    void otherSecretsAreNoRecords() {
        assertThat(HelmRecord.of(record(1, "deployed").withLabel("owner", "somebody")))
                .isEmpty();
    }

    private static Manifest record(int revision, String status) {
        return HelmStorage.of("ns", "fate-9999")
                .values(Map.of("partyId", 9999))
                .manifest(MANIFEST)
                .record(revision, status);
    }
}
