package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageRulesTest {

    @Test
    void withoutPersistenceClaimsHaveNoEffect() {
        assertThat(problems(Clusters.onPulsar("""
                        mysql: {size: 10Gi}
                        hdfs: {datanode: {storageClass: fast}}
                        """)))
                .containsExactly("WARNING mysql.size", "WARNING hdfs.datanode.storageClass");
    }

    @Test
    void aClaimOfSeveralPodsIsReported() {
        String claim = "persistence: true\nnodemanager: {existingClaim: data, replicas: %d}\n";

        assertThat(problems(Clusters.onEggRoll(claim.formatted(2))))
                .containsExactly("WARNING nodemanager.existingClaim");
        assertThat(problems(Clusters.onEggRoll(claim.formatted(1)))).isEmpty();
    }

    @Test
    void theDataOfRabbitMqIsNeverKept() {
        assertThat(problems(Clusters.onRabbitMq("persistence: true\n"))).containsExactly("WARNING persistence");
    }

    private static List<String> problems(ClusterSpec spec) {
        return Clusters.summary(StorageRules.check(spec));
    }
}
