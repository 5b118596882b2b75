package io.kubefate.plugin.fate20.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.plugin.fate20.Clusters;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution's examples. */
class ExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"party-9999/cluster-2.0", "party-10000/cluster-2.0", "party-9999/cluster-2.0-spark"})
    void areAcceptedWithoutAWarning(String name) throws IOException {
        areAccepted(new Fate200Distribution(), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"party-9999/cluster-2.2", "party-10000/cluster-2.2", "exchange/cluster-2.2"})
    void ofTheLatestReleaseAreAcceptedWithoutAWarning(String name) throws IOException {
        areAccepted(new Fate220Distribution(), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster-2.0", "cluster-2.2"})
    void leadToEachOther(String name) throws IOException {
        leads(example("party-9999/" + name), example("party-10000/" + name));
        leads(example("party-10000/" + name), example("party-9999/" + name));
    }

    @Test
    void theExchangeLeadsToTheParties() throws IOException {
        ClusterSpec exchange = example("exchange/cluster-2.2");

        assertThat(exchange.list("osx", "partyList"))
                .containsAll(example("party-9999/cluster-2.2").list("osx", "partyList"))
                .containsAll(example("party-10000/cluster-2.2").list("osx", "partyList"));
    }

    private static void areAccepted(FateDistribution distribution, String name) throws IOException {
        ClusterSpec spec = example(name);

        assertThat(new SpecValidator(distribution.schema()).validate(spec)).isEmpty();
        assertThat(distribution.validate(spec)).isEmpty();
    }

    private static void leads(ClusterSpec from, ClusterSpec to) {
        assertThat(from.list("osx", "partyList"))
                .singleElement()
                .asString()
                .contains("partyId=" + to.text("partyId").orElseThrow())
                .contains("partyPort=" + to.text("osx", "nodePort").orElseThrow());
    }

    private static ClusterSpec example(String name) throws IOException {
        return Clusters.read(Files.readString(Path.of("../../deploy/examples", name + ".yaml")));
    }
}
