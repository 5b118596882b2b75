package io.kubefate.plugin.fate15.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageRulesTest {

    @Test
    void withPersistenceEverySettingCounts() {
        assertThat(problems("persistence: true\nmysql: {size: 1Gi}\nnodemanager: {count: 1, storageClass: a}"))
                .isEmpty();
    }

    @Test
    void withoutPersistenceEachMapIsToldOnce() {
        assertThat(problems("""
                        mysql: {size: 1Gi, storageClass: a}
                        nodemanager: {accessMode: ReadWriteOnce, list: [{name: a}, {name: b, existingClaim: c}]}
                        """))
                .containsExactly(
                        "WARNING mysql.storageClass",
                        "WARNING nodemanager.accessMode",
                        "WARNING nodemanager.list[1].existingClaim");
    }

    @Test
    void aSubPathCountsWithoutPersistenceToo() {
        assertThat(problems("mysql: {subPath: a}")).isEmpty();
    }

    @Test
    void hdfsAndRabbitmqKeepNothingEvenWithPersistence() {
        assertThat(Clusters.summary(StorageRules.check(Clusters.onSpark("persistence: true"))))
                .containsExactly("WARNING persistence", "WARNING persistence");
        assertThat(Clusters.summary(StorageRules.check(Clusters.onSpark("")))).isEmpty();
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(StorageRules.check(Clusters.whole(yaml)));
    }
}
