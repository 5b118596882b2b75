package io.kubefate.plugin.fate15.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseRulesTest {

    @Test
    void theDatabaseIsDeployedOrNamed() {
        assertThat(problems("modules: [mysql, python]")).isEmpty();
        assertThat(problems("modules: [python]\nmysql: {ip: 192.168.77.7}")).isEmpty();
    }

    @Test
    void someWaitForADatabaseThatNobodyDeploys() {
        assertThat(problems("modules: [python]")).containsExactly("WARNING modules");
        assertThat(problems("modules: [clustermanager]\nmysql: {port: 3307}")).containsExactly("WARNING modules");
    }

    @Test
    void anExchangeNeedsNoDatabase() {
        assertThat(problems("modules: [rollsite]")).isEmpty();
    }

    @Test
    void nobodyUsesADeployedDatabaseWhenAnotherIsNamed() {
        assertThat(problems("modules: [mysql, python]\nmysql: {ip: 192.168.77.7}"))
                .containsExactly("WARNING mysql.ip");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(DatabaseRules.check(Clusters.of(yaml)));
    }
}
