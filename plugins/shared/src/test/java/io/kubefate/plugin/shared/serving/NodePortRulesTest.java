package io.kubefate.plugin.shared.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.NodePortRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodePortRulesTest {

    private static final NodePortRules RULES = new NodePortRules(List.of(
            new NodePortRules.Key("servingProxy", "nodePort"), new NodePortRules.Key("servingServer", "nodePort")));

    @Test
    void eachPortIsUsedOnce() {
        assertThat(problems("servingProxy: {nodePort: 30096}\nservingServer: {type: NodePort, nodePort: 30095}"))
                .isEmpty();
    }

    @Test
    void aPortThatIsUsedTwiceIsRefusedHoweverItIsWritten() {
        assertThat(problems("servingProxy: {nodePort: 30096}\nservingServer: {type: NodePort, nodePort: \"30096\"}"))
                .containsExactly("ERROR servingServer.nodePort");
    }

    @Test
    void theSamplesPortIsUsedToo() {
        assertThat(problems("servingServer: {type: NodePort, nodePort: 30110}"))
                .containsExactly("ERROR servingServer.nodePort");
    }

    @Test
    void aPortOfAServiceInsideTheClusterHasNoEffect() {
        assertThat(problems("servingProxy: {type: ClusterIP, nodePort: 30096}\nservingServer: {nodePort: 30096}"))
                .containsExactly("WARNING servingProxy.nodePort", "WARNING servingServer.nodePort");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(RULES.check(Clusters.whole(yaml)));
    }
}
