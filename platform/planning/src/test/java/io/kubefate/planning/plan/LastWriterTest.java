package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastWriterTest {

    @Test
    void namesTheLatestWriterThatIsNeitherKubernetesNorThisService() {
        List<Map<String, String>> entries = List.of(
                written("kubectl-edit", "2026-11-28T10:00:00Z"),
                written("kubectl-set", "2026-11-28T11:00:00Z"),
                written("kubelet", "2026-11-28T12:00:00Z"),
                written(Ownership.MANAGER, "2026-11-28T12:00:00Z"),
                written(Ownership.RESTART_MANAGER, "2026-11-28T12:00:00Z"));

        assertThat(LastWriter.of(live(entries))).contains("kubectl-set at 2026-11-28T11:00:00Z");
    }

    @Test
    void aScaleHasNoTime() {
        assertThat(LastWriter.of(live(List.of(Map.of("manager", "kubectl", "subresource", "scale")))))
                .contains("kubectl");
    }

    @Test
    void anObjectWithoutOtherWritersHasNone() {
        assertThat(LastWriter.of(live(List.of()))).isEmpty();
    }

    private static Map<String, String> written(String manager, String time) {
        return Map.of("manager", manager, "time", time);
    }

    private static Manifest live(List<Map<String, String>> entries) {
        return new Manifest(Map.of("kind", "Deployment", "metadata", Map.of("name", "a", "managedFields", entries)));
    }
}
