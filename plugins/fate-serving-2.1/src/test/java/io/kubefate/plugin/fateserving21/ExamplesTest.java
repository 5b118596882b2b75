package io.kubefate.plugin.fateserving21;

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
        FateServing21Distribution release = new FateServing21Distribution();

        for (String party : List.of("party-9999", "party-10000")) {
            ClusterSpec spec = read(party + "/cluster-serving-2.1.yaml");
            assertThat(new SpecValidator(release.schema()).validate(spec)).isEmpty();
            assertThat(release.validate(spec)).isEmpty();
        }
    }

    @Test
    void theTwoPartiesReachEachOther() throws IOException {
        ClusterSpec one = read("party-9999/cluster-serving-2.1.yaml");
        ClusterSpec other = read("party-10000/cluster-serving-2.1.yaml");

        assertThat(one.list("servingProxy", "partyList")).isEqualTo(List.of(entrance(other)));
        assertThat(other.list("servingProxy", "partyList")).isEqualTo(List.of(entrance(one)));
    }

    @Test
    void theReleaseBeforeHasTheSameAddresses() throws IOException {
        for (String party : List.of("party-9999", "party-10000")) {
            ClusterSpec before = read(party + "/cluster-serving.yaml");
            ClusterSpec serving = read(party + "/cluster-serving-2.1.yaml");

            assertThat(entrance(serving)).isEqualTo(entrance(before));
            assertThat(serving.find("servingServer", "nodePort")).isEqualTo(before.find("servingServer", "nodePort"));
            assertThat(serving.list("ingress", "servingProxy", "hosts"))
                    .isEqualTo(List.of(Map.of(
                            "name", before.text("servingProxy", "ingerssHost").orElseThrow())));
        }
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
