package io.kubefate.plugin.fateexchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.spi.ClusterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The exchange of the distribution's examples. */
class ExamplesTest {

    private static final Path EXAMPLE = Path.of("../../deploy/examples/exchange/cluster-1.11.yaml");

    @Test
    void isAcceptedWithoutAWarning() throws IOException {
        FateExchangeDistribution release = new FateExchangeDistribution();
        ClusterSpec spec = Clusters.read(Files.readString(EXAMPLE));

        assertThat(new SpecValidator(release.schema()).validate(spec)).isEmpty();
        assertThat(release.validate(spec)).isEmpty();
    }
}
