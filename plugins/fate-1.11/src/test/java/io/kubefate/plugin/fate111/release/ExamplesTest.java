package io.kubefate.plugin.fate111.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.plugin.fate111.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution's examples. */
class ExamplesTest {

    private final Fate1112Distribution distribution = new Fate1112Distribution();

    @ParameterizedTest
    @ValueSource(strings = {"party-9999/cluster-1.11", "party-10000/cluster-1.11", "party-9999/cluster-1.11-spark"})
    void areAcceptedWithoutAWarning(String name) throws IOException {
        ClusterSpec spec = example(name);

        assertThat(new SpecValidator(distribution.schema()).validate(spec)).isEmpty();
        assertThat(distribution.validate(spec)).isEmpty();
    }

    @Test
    void leadToEachOther() throws IOException {
        leads(example("party-9999/cluster-1.11"), example("party-10000/cluster-1.11"));
        leads(example("party-10000/cluster-1.11"), example("party-9999/cluster-1.11"));
    }

    private static void leads(ClusterSpec from, ClusterSpec to) {
        assertThat(from.list("rollsite", "partyList"))
                .singleElement()
                .asString()
                .contains("partyId=" + to.text("partyId").orElseThrow())
                .contains("partyPort=" + to.text("rollsite", "nodePort").orElseThrow());
    }

    private static ClusterSpec example(String name) throws IOException {
        return Clusters.SECOND.read(Files.readString(Path.of("../../deploy/examples", name + ".yaml")));
    }
}
