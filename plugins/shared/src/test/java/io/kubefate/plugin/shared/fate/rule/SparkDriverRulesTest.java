package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparkDriverRulesTest {

    @Test
    void theServiceHasPorts() {
        assertThat(problems(
                        "driverHost: 192.168.9.1, driverHostType: NodePort, portMaxRetries: 3, driverStartPort: 31000"))
                .isEmpty();
        assertThat(problems("driverHostType: NodePort")).containsExactly("WARNING python.spark.driverHostType");
        assertThat(problems("driverHost: 192.168.9.1, driverHostType: NodePort, portMaxRetries: 3"))
                .containsExactly("WARNING python.spark.driverHostType");
    }

    @Test
    void eachPortIsUsedOnce() {
        assertThat(
                        problems(
                                "driverHost: a.example.org, portMaxRetries: 3, driverStartPort: 31000, blockManagerStartPort: 31002"))
                .containsExactly("ERROR python.spark.portMaxRetries");
        assertThat(problems("driverHost: a.example.org, portMaxRetries: 30, driverStartPort: 9370"))
                .containsExactly("ERROR python.spark.portMaxRetries");
    }

    @Test
    void portsEndAt65535() {
        assertThat(problems("driverHost: a.example.org, portMaxRetries: 3, driverStartPort: 65534"))
                .containsExactly("ERROR python.spark.portMaxRetries");
    }

    @Test
    void insideOfTheClusterThereIsNoService() {
        assertThat(problems("portMaxRetries: 3, driverStartPort: 65534")).isEmpty();
    }

    private static List<String> problems(String spark) {
        return Clusters.summary(SparkDriverRules.check(Clusters.onPulsar("python: {spark: {" + spark + "}}\n")));
    }
}
