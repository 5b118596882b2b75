package io.kubefate.plugin.fate15.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodePortRulesTest {

    @Test
    void eachPortIsUsedOnce() {
        assertThat(problems("""
                        rollsite: {type: NodePort, nodePort: 30091}
                        python: {type: NodePort, httpNodePort: 30097, grpcNodePort: 30092}
                        """)).isEmpty();
    }

    @Test
    void aPortThatIsUsedTwiceIsRefusedHoweverItIsWritten() {
        assertThat(problems("""
                        rollsite: {type: NodePort, nodePort: 30091}
                        python: {type: LoadBalancer, httpNodePort: "30091", grpcNodePort: 30091}
                        """)).containsExactly("ERROR python.httpNodePort", "ERROR python.grpcNodePort");
    }

    @Test
    void aPortOfAServiceInsideTheClusterHasNoEffect() {
        assertThat(problems("""
                        rollsite: {nodePort: 30091}
                        python: {type: ClusterIP, httpNodePort: 30091}
                        """)).containsExactly("WARNING rollsite.nodePort", "WARNING python.httpNodePort");
    }

    @Test
    void aPortOfAModuleThatIsOffIsFree() {
        assertThat(problems("""
                        rollsite: {type: NodePort, nodePort: 30091}
                        nginx: {type: NodePort, nodePort: 30091}
                        """)).isEmpty();
    }

    @Test
    void thePortsOfSparkClustersCountToo() {
        assertThat(Clusters.summary(NodePortRules.check(Clusters.onSpark("""
                        nginx: {type: NodePort, nodePort: 30093}
                        rabbitmq: {type: NodePort, nodePort: "30093"}
                        """))))
                .containsExactly("ERROR rabbitmq.nodePort");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(NodePortRules.check(Clusters.whole(yaml)));
    }
}
