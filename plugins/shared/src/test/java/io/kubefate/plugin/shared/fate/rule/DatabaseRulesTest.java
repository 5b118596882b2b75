package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseRulesTest {

    @Test
    void theDatabaseIsDeployedOrExternal() {
        assertThat(problems("modules: [mysql, python]\n")).isEmpty();
        assertThat(problems("modules: [python]\nexternalMysqlIp: 192.168.77.7\n"))
                .isEmpty();
        assertThat(problems("modules: [python]\nmysql: {ip: 192.168.77.7}\n")).isEmpty();
        assertThat(problems("modules: [osx]\n")).isEmpty();
    }

    @Test
    void withoutADatabaseFateFlowWaits() {
        assertThat(problems("modules: [python]\n")).containsExactly("WARNING modules");
    }

    @Test
    void aDeployedDatabaseIsNotUsedBesideAnExternalOne() {
        assertThat(problems("modules: [mysql, python]\nexternalMysqlIp: 192.168.77.7\n"))
                .containsExactly("WARNING externalMysqlIp");
        assertThat(problems("modules: [mysql, python]\nmysql: {ip: 192.168.77.7}\n"))
                .containsExactly("WARNING mysql.ip");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(DatabaseRules.check(Clusters.of(yaml)));
    }
}
