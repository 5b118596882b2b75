package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodePortRulesTest {

    @Test
    void eachPortIsUsedOnce() {
        assertThat(problems(Clusters.onEggRoll("""
                        osx: {type: NodePort, nodePort: 30091}
                        python: {type: NodePort, httpNodePort: 30097, grpcNodePort: 30092}
                        """))).isEmpty();
    }

    @Test
    void aPortThatIsUsedTwiceIsRefusedHoweverItIsWritten() {
        assertThat(problems(Clusters.onPulsar("""
                        python: {type: NodePort, httpNodePort: 30091}
                        nginx: {type: LoadBalancer, httpNodePort: "30091"}
                        hdfs: {namenode: {type: NodePort, nodePort: 30091}}
                        """)))
                .containsExactly("ERROR hdfs.namenode.nodePort", "ERROR nginx.httpNodePort");
    }

    @Test
    void aPortOfAServiceInsideTheClusterHasNoEffect() {
        assertThat(problems(Clusters.onPulsar("spark: {master: {nodePort: 30977}}\n")))
                .containsExactly("WARNING spark.master.nodePort");
    }

    @Test
    void aPortOfAModuleThatIsOffIsFree() {
        assertThat(problems(Clusters.onEggRoll("""
                        osx: {type: NodePort, nodePort: 30091}
                        nginx: {type: NodePort, httpNodePort: 30091}
                        """))).isEmpty();
    }

    @Test
    void thePortsOfSparksDriverAreNodePortsToo() {
        assertThat(problems(Clusters.onPulsar("""
                        nginx: {type: NodePort, httpNodePort: 31001}
                        python:
                          spark: {driverHost: 192.168.9.1, driverHostType: NodePort, portMaxRetries: 3, driverStartPort: 31000}
                        """))).containsExactly("ERROR python.spark.driverHostType");
        assertThat(problems(Clusters.onPulsar("""
                        python:
                          spark: {driverHost: 192.168.9.1, driverHostType: NodePort, portMaxRetries: 3, driverStartPort: 9000}
                        """))).containsExactly("ERROR python.spark.driverHostType");
    }

    @Test
    void onlyALoadBalancerHasAnAddress() {
        assertThat(problems(Clusters.onEggRoll("osx: {type: NodePort, loadBalancerIP: 203.0.113.10}\n")))
                .containsExactly("WARNING osx.loadBalancerIP");
        assertThat(problems(Clusters.onEggRoll("osx: {type: LoadBalancer, loadBalancerIP: 203.0.113.10}\n")))
                .isEmpty();
    }

    private static List<String> problems(ClusterSpec spec) {
        return Clusters.summary(NodePortRules.check(spec, Clusters.GENERATION));
    }
}
