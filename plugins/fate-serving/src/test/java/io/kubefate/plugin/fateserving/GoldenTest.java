package io.kubefate.plugin.fateserving;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.testing.RenderedCluster;
import io.kubefate.server.engine.ManifestWriter;
import org.junit.jupiter.api.Test;

/** The example cluster, object by object: a change of it shows in a review. */
class GoldenTest {

    @Test
    void theExampleRendersAsRecorded() {
        RenderedCluster objects = RenderedCluster.of(
                new FateServingDistribution(), Clusters.read(new FateServingDistribution().example()));

        assertThat(ManifestWriter.yaml(objects.objects()))
                .as("what `kubefate-server render -f example.yaml` prints; record it anew if the change is meant")
                .isEqualTo(Clusters.resource("golden/example.yaml"));
    }
}
