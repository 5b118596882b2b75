package io.kubefate.plugin.fatespark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution's examples of two parties that train with each other. */
class ExamplesTest {

    private final FateSparkDistribution distribution = new FateSparkDistribution();

    @ParameterizedTest
    @ValueSource(strings = {"party-9999", "party-10000"})
    void areAcceptedWithoutAWarning(String party) throws IOException {
        ClusterSpec spec = example(party);

        assertThat(new SpecValidator(distribution.schema()).validate(spec)).isEmpty();
        assertThat(distribution.validate(spec)).isEmpty();
    }

    @Test
    void leadToEachOther() throws IOException {
        leads(example("party-9999"), example("party-10000"));
        leads(example("party-10000"), example("party-9999"));
    }

    private static void leads(ClusterSpec from, ClusterSpec to) {
        String party = to.text("partyId").orElseThrow();

        assertThat(new ClusterSpec(from.map("nginx", "route_table", party))
                        .list("proxy")
                        .toString())
                .contains("port=" + to.text("nginx", "nodePort").orElseThrow());
        assertThat(new ClusterSpec(from.map("nginx", "route_table", party))
                        .list("fateflow")
                        .toString())
                .contains("port=" + to.text("python", "grpcNodePort").orElseThrow());
        assertThat(from.text("rabbitmq", "route_table", party, "port")).isEqualTo(to.text("rabbitmq", "nodePort"));
    }

    private static ClusterSpec example(String party) throws IOException {
        return Clusters.read(Files.readString(Path.of("../../deploy/examples", party, "cluster-spark.yaml")));
    }
}
