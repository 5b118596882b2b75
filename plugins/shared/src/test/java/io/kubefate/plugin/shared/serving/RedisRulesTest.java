package io.kubefate.plugin.shared.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedisRulesTest {

    private static final String WITH_MODULE = "modules: [servingServer, servingRedis]\n";
    private static final String WITHOUT_MODULE = "modules: [servingServer]\n";

    @Test
    void redisIsDeployedOrNamed() {
        assertThat(problems(WITH_MODULE)).isEmpty();
        assertThat(problems(WITHOUT_MODULE + "externalRedisIp: a")).isEmpty();
    }

    @Test
    void neitherIsDoubtful() {
        assertThat(problems(WITHOUT_MODULE)).containsExactly("WARNING modules");
        assertThat(problems(WITHOUT_MODULE + "externalRedisIp: serving-redis")).containsExactly("WARNING modules");
    }

    @Test
    void noRedisIsMissingIfNoneIsNeeded() {
        assertThat(RedisRules.check(Clusters.of(WITHOUT_MODULE), false)).isEmpty();
    }

    @Test
    void bothIsDoubtful() {
        assertThat(problems(WITH_MODULE + "externalRedisIp: a")).containsExactly("WARNING externalRedisIp");
    }

    @Test
    void theOwnRedisMayBeNamedAsTheExampleOfTheReleaseNamesIt() {
        assertThat(problems(WITH_MODULE + """
                        externalRedisIp: serving-redis
                        externalRedisPort: 6379
                        externalRedisPassword: fate_dev
                        """)).isEmpty();
    }

    @Test
    void portAndPasswordOfARedisOutsideDoNotChangeTheOwn() {
        assertThat(problems(WITH_MODULE + "externalRedisPort: 6380\nexternalRedisPassword: other"))
                .containsExactly("WARNING externalRedisPort", "WARNING externalRedisPassword");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(RedisRules.check(Clusters.of(yaml), true));
    }
}
