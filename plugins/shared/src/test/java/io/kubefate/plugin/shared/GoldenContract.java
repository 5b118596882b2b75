package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.testing.RenderedCluster;
import io.kubefate.server.engine.ManifestWriter;
import io.kubefate.server.spec.SpecReader;
import io.kubefate.spi.FateDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A plugin's example cluster, object by object: a change of it shows in a review.
 * {@code ./mvnw test -pl plugins/<plugin> -am -Dgolden.write=true} records it anew.
 */
public abstract class GoldenContract {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/example.yaml");

    /** {@return the distribution under test} */
    protected abstract FateDistribution distribution();

    @Test
    void theExampleRendersAsRecorded() throws IOException {
        RenderedCluster objects = RenderedCluster.of(
                distribution(), new SpecReader().read(distribution().example()).spec());
        String yaml = ManifestWriter.yaml(objects.objects());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, yaml);
        }

        assertThat(GOLDEN).content().isEqualTo(yaml);
    }
}
