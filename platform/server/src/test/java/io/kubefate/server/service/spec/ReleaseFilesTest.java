package io.kubefate.server.service.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.HelmRecord;
import io.kubefate.planning.manifest.HelmStorage;
import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.render.TemplateRenderer;
import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.EmptyDistribution;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleaseFilesTest {

    private static final ReleaseKey KEY = new ReleaseKey("fate", "v1.5.0", "");

    private final ReleaseFiles files = new ReleaseFiles(new SpecIntake(new OneRelease()));

    @Test
    void thePluginDerivesTheFileAndTheHostAddsTheIdentity() {
        AcceptedSpec accepted = files.of(release(Map.of("party", 9999)), "ns", Optional.of("unused"));

        assertThat(accepted.spec().values())
                .isEqualTo(Map.of(
                        "name",
                        "fate-9999",
                        "namespace",
                        "ns",
                        "chartName",
                        "fate",
                        "chartVersion",
                        "v1.5.0",
                        "partyId",
                        9999L));
    }

    @Test
    void aDerivedFileWithErrorsAsksForTheOriginalOne() {
        assertThatThrownBy(() -> files.of(release(Map.of("party", "x")), "ns", Optional.empty()))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        e -> assertThat(e.problems())
                                .extracting(LocatedProblem::path)
                                .containsExactly("", "partyId"))
                .hasMessageContaining("adopt it with the file from which it was installed");
    }

    @Test
    void theStoredFileIsUsedIfThePluginDerivesNone() {
        String stored = "name: fate-9999\nnamespace: ns\nchartName: fate\nchartVersion: v1.5.0\npartyId: 1\n";

        AcceptedSpec accepted = files.of(release(Map.of()), "ns", Optional.of(stored));

        assertThat(accepted.text()).isEqualTo(stored);
        assertThat(accepted.warnings())
                .extracting(LocatedProblem::message)
                .contains(
                        "the cluster.yaml cannot be derived from the Helm release; the one that was imported is used");
    }

    @Test
    void withoutAnyFileItIsAskedFor() {
        assertThat(files.needsFile(release(Map.of("party", 9999)))).isFalse();
        assertThat(files.needsFile(release(Map.of()))).isTrue();
        assertThatThrownBy(() -> files.of(release(Map.of()), "ns", Optional.empty()))
                .isInstanceOf(KubefateException.class)
                .hasMessageContaining("the plugin of fate v1.5.0 cannot derive the cluster.yaml")
                .hasMessageContaining("-f cluster.yaml");
    }

    private static HelmRecord release(Map<String, Object> values) {
        return HelmRecord.of(HelmStorage.of("ns", "fate-9999").values(values).record())
                .orElseThrow();
    }

    /** A distribution whose cluster.yaml has a number that the values have under another name. */
    private static final class Renaming implements EmptyDistribution {

        @Override
        public Set<ReleaseKey> releases() {
            return Set.of(KEY);
        }

        @Override
        public List<ModuleSpec> modules() {
            return List.of(new ModuleSpec("python", "The module", List.of("python.yaml.ftl")));
        }

        @Override
        public String schema() {
            return "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\","
                    + " \"properties\": {\"partyId\": {\"type\": \"integer\"}}}";
        }

        @Override
        public Map<String, Object> specOf(Map<String, Object> values) {
            return values.containsKey("party") ? Map.of("partyId", values.get("party")) : Map.of();
        }
    }

    private static final class OneRelease implements Releases {

        @Override
        public List<ReleaseKey> keys() {
            return List.of(KEY);
        }

        @Override
        public ServedRelease select(ClusterSpec spec) {
            return find(KEY);
        }

        @Override
        public ServedRelease find(ReleaseKey key) {
            Renaming distribution = new Renaming();
            TemplateRenderer templates = new TemplateRenderer(name -> Optional.empty());
            return new ServedRelease(
                    KEY,
                    new ReleaseRenderer(distribution, "test@1", templates),
                    new SpecValidator(distribution.schema()),
                    () -> {});
        }
    }
}
