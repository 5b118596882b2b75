package io.kubefate.plugin.fateserving.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageRulesTest {

    private static final String SETTINGS =
            "servingServer: {storageClass: a, size: 1Gi}\nservingRedis: {existingClaim: kept}\n";

    @Test
    void aClaimIsSettledWithPersistence() {
        assertThat(problems("persistence: true\n" + SETTINGS)).isEmpty();
    }

    @Test
    void aClaimThatIsNotMadeIsTold() {
        assertThat(problems(SETTINGS))
                .containsExactly("WARNING servingServer.storageClass", "WARNING servingRedis.existingClaim");
    }

    @Test
    void aDirectoryIsUsedWithoutPersistenceToo() {
        assertThat(problems("servingServer: {subPath: models}")).isEmpty();
    }

    @Test
    void settingsOfRedisBelongIntoItsMap() {
        assertThat(problems("persistence: true\nsize: 1Gi")).containsExactly("WARNING size");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(StorageRules.check(Clusters.whole(yaml)));
    }
}
