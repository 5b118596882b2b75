package io.kubefate.plugin.fateserving;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.spi.ClusterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The distribution's examples: two parties, each with FATE and FATE-Serving. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("../../deploy/examples");

    @Test
    void areAcceptedWithoutAWarning() throws IOException {
        FateServingDistribution release = new FateServingDistribution();

        for (String party : List.of("party-9999", "party-10000")) {
            ClusterSpec spec = read(party + "/cluster-serving.yaml");
            assertThat(new SpecValidator(release.schema()).validate(spec)).isEmpty();
            assertThat(release.validate(spec)).isEmpty();
        }
    }

    @Test
    void theTwoPartiesReachEachOther() throws IOException {
        ClusterSpec one = read("party-9999/cluster-serving.yaml");
        ClusterSpec other = read("party-10000/cluster-serving.yaml");

        assertThat(routes(one)).isEqualTo(List.of(entrance(other)));
        assertThat(routes(other)).isEqualTo(List.of(entrance(one)));
    }

    @Test
    void fateAndFateServingOfAPartyReachEachOther() throws IOException {
        for (String party : List.of("party-9999", "party-10000")) {
            ClusterSpec fate = read(party + "/cluster.yaml");
            ClusterSpec serving = read(party + "/cluster-serving.yaml");

            assertThat(fate.find("servingPort")).isEqualTo(serving.find("servingServer", "nodePort"));
            assertThat(serving.find("servingServer", "fateflow", "port"))
                    .isEqualTo(fate.find("python", "httpNodePort"));
        }
    }

    private static Object routes(ClusterSpec spec) {
        return spec.list("servingProxy", "partyList");
    }

    /** How another party is to list it; its node is the one on which its FATE-Flow runs. */
    private static Map<String, Object> entrance(ClusterSpec spec) {
        return Map.of(
                "partyId", spec.find("partyId").orElseThrow(),
                "partyIp", spec.find("servingServer", "fateflow", "ip").orElseThrow(),
                "partyPort", spec.find("servingProxy", "nodePort").orElseThrow());
    }

    private static ClusterSpec read(String name) throws IOException {
        return Clusters.read(Files.readString(EXAMPLES.resolve(name)));
    }
}
