package io.kubefate.plugin.fate111.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate111.Clusters;
import io.kubefate.plugin.fate111.FateChart;
import io.kubefate.plugin.fate111.release.Fate1111Distribution;
import io.kubefate.plugin.fate111.release.Fate1112Distribution;
import io.kubefate.plugin.shared.fate.ClusterFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class Fate111RulesTest {

    private final FateChart first = new Fate1111Distribution();
    private final FateChart second = new Fate1112Distribution();

    @Test
    void theUsualModulesFitTogether() {
        assertThat(onEggRoll("")).isEmpty();
        assertThat(problems("""
                        modules: [lbrollsite, clustermanager, nodemanager, mysql, python, fateboard, client]
                        lbrollsite: {exchangeList: [{ip: 192.168.0.1, port: 30910}]}
                        """)).isEmpty();
    }

    @Test
    void aClusterHasOneGateway() {
        assertThat(problems("""
                        modules: [rollsite, lbrollsite, clustermanager, nodemanager, mysql, python]
                        lbrollsite: {exchangeList: [{ip: 192.168.0.1, port: 30910}]}
                        """)).containsExactly("ERROR modules[1]");
    }

    @Test
    void theGatewayBeforeExchangesNeedsOne() {
        assertThat(problems("modules: [lbrollsite]\n")).containsExactly("WARNING lbrollsite.exchangeList");
    }

    @Test
    void aPollingClientHasAServer() {
        assertThat(onEggRoll("rollsite: {polling: {enabled: true, type: client, server: {ip: 10.0.0.1}}}\n"))
                .containsExactly("ERROR rollsite.polling.server.port");
        assertThat(onEggRoll(
                        "rollsite: {exchange: {ip: 10.0.0.1, port: 9370}, polling: {enabled: true, type: client}}\n"))
                .isEmpty();
    }

    @Test
    void aPollingServerHasClients() {
        assertThat(onEggRoll("rollsite: {polling: {enabled: true, type: server}}\n"))
                .containsExactly("WARNING rollsite.polling.clientList");
        assertThat(onEggRoll("""
                        rollsite:
                          partyList: [{partyId: 10000, partyIp: 192.168.10.1}]
                          polling: {enabled: true, type: server, clientList: [{partID: 10000}, {partID: 9999}, {partID: 1}]}
                        """))
                .containsExactly(
                        "ERROR rollsite.polling.clientList[0].partID", "ERROR rollsite.polling.clientList[1].partID");
    }

    @Test
    void theConcurrencyIsOfAllClients() {
        assertThat(onEggRoll("""
                        rollsite: {polling: {enabled: true, type: server, clientList: [{partID: 10000, concurrency: 50}]}}
                        """)).containsExactly("WARNING rollsite.polling.clientList[0].concurrency");
    }

    @Test
    void pollingHasAType() {
        assertThat(onEggRoll("rollsite: {polling: {enabled: true}}\n")).containsExactly("ERROR rollsite.polling.type");
        assertThat(onEggRoll("rollsite: {polling: {type: client}}\n")).containsExactly("WARNING rollsite.polling.type");
    }

    @Test
    void anExchangeThatIsPolledKnowsParties() {
        assertThat(problems("""
                        modules: [rollsite]
                        rollsite: {polling: {enabled: true, type: server, clientList: [{partID: 10000}]}}
                        """)).isEmpty();
    }

    @Test
    void jobsOnSparkNeedABroker() {
        assertThat(problems("""
                        computing: Spark
                        storage: HDFS
                        modules: [rollsite, mysql, python, spark, hdfs, nginx]
                        """)).containsExactly("WARNING federation");
    }

    @Test
    void theFirstReleaseHasNoImagesForLanguageModels() {
        String yaml = "algorithm: ALL\ndevice: GPU\n";

        assertThat(ClusterFiles.summary(first.validate(Clusters.FIRST.onEggRoll(yaml))))
                .containsExactly("WARNING algorithm");
        assertThat(onEggRoll(yaml)).isEmpty();
    }

    @Test
    void keysWithoutEffectAreReported() {
        assertThat(onEggRoll("python: {failedTaskAutoRetryTimes: 3}\nclustermanager: {enableTLS: true}\n"))
                .containsExactly("WARNING clustermanager.enableTLS", "WARNING python.failedTaskAutoRetryTimes");
    }

    private List<String> onEggRoll(String yaml) {
        return ClusterFiles.summary(second.validate(Clusters.SECOND.onEggRoll(yaml)));
    }

    private List<String> problems(String yaml) {
        return ClusterFiles.summary(second.validate(Clusters.SECOND.of(yaml)));
    }
}
