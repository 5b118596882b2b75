package io.kubefate.plugin.fateserving21.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving21.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheRulesTest {

    @Test
    void aRedisThatTheServerDoesNotUseIsReported() {
        assertThat(problems("modules: [servingServer, servingRedis]\nservingServer: {type: NodePort}"))
                .containsExactly("WARNING servingServer.cacheType");
        assertThat(problems("modules: [servingServer]\nexternalRedisIp: a\nservingServer: {cacheType: local}"))
                .containsExactly("WARNING servingServer.cacheType");
    }

    @Test
    void aRedisThatTheServerUsesIsRight() {
        assertThat(problems("modules: [servingServer, servingRedis]\nservingServer: {cacheType: redis}"))
                .isEmpty();
        assertThat(problems("modules: [servingServer, servingRedis]")).isEmpty();
    }

    @Test
    void aCacheInMemoryNeedsNoRedis() {
        assertThat(problems("modules: [servingServer]\nservingServer: {cacheType: local}"))
                .isEmpty();
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(CacheRules.check(Clusters.of(yaml)));
    }
}
