package io.kubefate.plugin.fate15.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.plugin.shared.Storage;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeManagerTest {

    @Test
    void thereAreTwoUnlessTheMapSaysOtherwise() {
        List<NodeManager> nodes = nodes("");

        assertThat(nodes).extracting(NodeManager::name).containsExactly("nodemanager-0", "nodemanager-1");
        assertThat(nodes).allSatisfy(node -> {
            assertThat(node.sessionProcessorsPerNode()).isEqualTo(BigInteger.TWO);
            assertThat(node.storage()).isEqualTo(new Storage(node.name(), node.name(), "", "", "ReadWriteOnce", "1Gi"));
        });
    }

    @Test
    void anEmptyMapIsAsGoodAsNone() {
        assertThat(nodes("nodemanager: {}")).hasSize(2);
    }

    @Test
    void aCountOfZeroMeansNone() {
        assertThat(nodes("nodemanager: {count: 0}")).isEmpty();
    }

    @Test
    void theCountedOnesShareTheSettingsOfTheMapAndHaveADirectoryEach() {
        List<NodeManager> nodes = nodes(
                "nodemanager: {count: 2, sessionProcessorsPerNode: 4, storageClass: fast, accessMode: ReadWriteMany,"
                        + " size: 2Gi}");

        assertThat(nodes)
                .extracting(NodeManager::storage)
                .containsExactly(
                        new Storage("nodemanager-0", "nodemanager-0", "", "fast", "ReadWriteMany", "2Gi"),
                        new Storage("nodemanager-1", "nodemanager-1", "", "fast", "ReadWriteMany", "2Gi"));
        assertThat(nodes).extracting(NodeManager::sessionProcessorsPerNode).containsOnly(BigInteger.valueOf(4));
    }

    @Test
    void theListedOnesFollowTheCountedOnesWithSettingsOfTheirOwn() {
        List<NodeManager> nodes = nodes("""
            nodemanager:
              count: 1
              sessionProcessorsPerNode: 4
              list:
                - name: nodemanager-ssd
                  nodeSelector: {disktype: ssd}
                  sessionProcessorsPerNode: "8"
                  existingClaim: kept
            """);

        assertThat(nodes).extracting(NodeManager::name).containsExactly("nodemanager-0", "nodemanager-ssd");
        NodeManager listed = nodes.get(1);
        assertThat(listed.path()).isEqualTo("nodemanager.list[0]");
        assertThat(listed.nodeSelector()).isEqualTo(Map.of("disktype", "ssd"));
        assertThat(listed.sessionProcessorsPerNode()).isEqualTo(BigInteger.valueOf(8));
        assertThat(listed.storage()).isEqualTo(new Storage("nodemanager-ssd", "", "kept", "", "ReadWriteOnce", "1Gi"));
    }

    @Test
    void whatIsNotGivenHasADefaultThatWorks() {
        NodeManager node = nodes("nodemanager: {count: 1}").get(0);

        assertThat(node.sessionProcessorsPerNode()).isEqualTo(BigInteger.TWO);
        assertThat(node.storage())
                .isEqualTo(new Storage("nodemanager-0", "nodemanager-0", "", "", "ReadWriteOnce", "1Gi"));
    }

    private static List<NodeManager> nodes(String yaml) {
        return NodeManager.of(Clusters.whole(yaml).withDefaults());
    }
}
