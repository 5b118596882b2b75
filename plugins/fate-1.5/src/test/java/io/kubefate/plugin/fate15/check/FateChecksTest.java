package io.kubefate.plugin.fate15.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class FateChecksTest {

    @Test
    void anEggRollPartyIsTriedBetweenItsModules() {
        assertThat(names(FateChecks.of(Clusters.whole(""), Engine.EGGROLL)))
                .containsExactly(
                        "python reaches mysql:3306",
                        "clustermanager reaches mysql:3306",
                        "nodemanager-0 reaches clustermanager:4670",
                        "nodemanager-1 reaches clustermanager:4670",
                        "client reaches fateflow:9380",
                        "fateboard reaches fateflow:9380",
                        "rollsite reaches fateflow:9360",
                        "python reaches clustermanager:4670",
                        "python reaches rollsite:9370",
                        "FATE's toy test of this party alone");
    }

    @Test
    void aSparkPartyIsTriedBetweenItsModules() {
        assertThat(names(FateChecks.of(Clusters.onSpark(""), Engine.SPARK)))
                .containsExactly(
                        "python reaches mysql:3306",
                        "spark-worker reaches spark-master:7077",
                        "datanode reaches namenode:9000",
                        "client reaches fateflow:9380",
                        "fateboard reaches fateflow:9380",
                        "nginx reaches fateflow:9360",
                        "python reaches spark-master:7077",
                        "python reaches namenode:9000",
                        "python reaches rabbitmq:5672",
                        "python reaches rabbitmq:15672",
                        "python reaches nginx:9390",
                        "FATE's toy test of this party alone");
    }

    @Test
    void onlyModulesThatAreListedAreTried() {
        assertThat(FateChecks.of(Clusters.of("modules: [rollsite]\n"), Engine.EGGROLL))
                .isEmpty();
    }

    @Test
    void theOtherPartiesAreTriedFromRollsite() {
        ClusterSpec spec = Clusters.of("""
                modules: [rollsite]
                rollsite:
                  exchange: {ip: 10.0.0.9, port: 30000}
                  partyList:
                    - {partyId: 10000, partyIp: 10.0.0.1, partyPort: 30091}
                    - {partyId: 8888, partyIp: gate.example.com}
                """);

        List<ClusterCheck> checks = FateChecks.of(spec, Engine.EGGROLL);

        assertThat(names(checks))
                .containsExactly(
                        "rollsite reaches the exchange at 10.0.0.9:30000",
                        "rollsite reaches party 10000 at 10.0.0.1:30091",
                        "rollsite reaches party 8888 at gate.example.com:9370");
        assertThat(checks.get(1).command()).contains("10.0.0.1", "30091");
        assertThat(checks.get(1).remedy()).startsWith("ask party 10000").contains("rollsite.partyList");
    }

    @Test
    void theOtherPartiesOfSparkAreTriedFromNginxAndRabbitmq() {
        ClusterSpec spec = Clusters.of("""
                modules: [nginx, rabbitmq]
                backend: spark
                nginx:
                  route_table:
                    default: {proxy: [{host: 10.0.0.9, port: 30093}]}
                    10000:
                      proxy: [{host: 10.0.0.1, port: 30093}]
                      fateflow: [{host: 10.0.0.1, port: 30107}]
                rabbitmq:
                  route_table:
                    10000: {host: 10.0.0.1, port: 30104}
                """);

        assertThat(names(FateChecks.of(spec, Engine.SPARK)))
                .containsExactly(
                        "nginx reaches the exchange at 10.0.0.9:30093",
                        "nginx reaches party 10000 at 10.0.0.1:30093",
                        "nginx reaches party 10000 at 10.0.0.1:30107",
                        "rabbitmq reaches party 10000 at 10.0.0.1:30104");
    }

    @Test
    void aDatabaseOutsideIsTriedWhereItIs() {
        ClusterSpec spec = Clusters.of("modules: [python]\nmysql: {ip: db.example.com, port: 3307}\n");

        ClusterCheck check = FateChecks.of(spec, Engine.EGGROLL).get(0);

        assertThat(check.name()).isEqualTo("python reaches db.example.com:3307");
        assertThat(check.remedy()).startsWith("check that ip and port of mysql are correct");
    }

    @Test
    void theToyTestIsToldThePartyAndTheEngine() {
        List<ClusterCheck> eggRoll = FateChecks.of(Clusters.of("modules: [python]\n"), Engine.EGGROLL);
        List<ClusterCheck> spark = FateChecks.of(Clusters.of("modules: [python]\n"), Engine.SPARK);

        assertThat(eggRoll.get(eggRoll.size() - 1).command()).endsWith("bash", "9999");
        assertThat(spark.get(spark.size() - 1).command()).endsWith("9999", "-b", "1");
    }

    private static List<String> names(List<ClusterCheck> checks) {
        return checks.stream().map(ClusterCheck::name).toList();
    }
}
