package io.kubefate.plugin.fateserving21.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving21.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageRulesTest {

    private static final String SETTINGS = """
            servingServer: {storageClass: a, size: 1Gi}
            servingRedis: {existingClaim: kept}
            servingZookeeper: {accessMode: ReadWriteOnce}
            """;

    @Test
    void aClaimIsSettledWithPersistence() {
        assertThat(problems("persistence: true\n" + SETTINGS)).isEmpty();
    }

    @Test
    void aClaimThatIsNotCreatedIsReported() {
        assertThat(problems(SETTINGS))
                .containsExactly(
                        "WARNING servingServer.storageClass",
                        "WARNING servingRedis.existingClaim",
                        "WARNING servingZookeeper.accessMode");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(StorageRules.check(Clusters.whole(yaml)));
    }
}
