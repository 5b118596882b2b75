package io.kubefate.plugin.fateserving21.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving21.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectRulesTest {

    private static final String SERVER = "modules: [servingServer]\n";

    @Test
    void everySettingOfAWholeClusterHasAnEffect() {
        assertThat(Clusters.summary(EffectRules.check(Clusters.whole("""
                        istio: {enabled: true}
                        servingProxy: {type: LoadBalancer, loadBalancerIP: 10.0.0.1}
                        servingServer: {type: NodePort}
                        servingRedis: {password: a}
                        servingZookeeper: {storageClass: a}
                        servingAdmin: {username: a}
                        """)))).isEmpty();
    }

    @Test
    void keysThatTheReleaseDoesNotUseAreReported() {
        assertThat(Clusters.summary(EffectRules.check(Clusters.whole("""
                        servingServer: {subPath: models}
                        servingZookeeper: {storageClassName: nfs}
                        servingAdmin: {ingressHost: a.example.org}
                        """))))
                .containsExactly(
                        "WARNING servingServer.subPath",
                        "WARNING servingZookeeper.storageClassName",
                        "WARNING servingAdmin.ingressHost");
    }

    @Test
    void settingsOfAModuleThatIsOffAreReported() {
        assertThat(problems(SERVER + "servingAdmin: {username: a, ingressHost: b}"))
                .containsExactly("WARNING servingAdmin");
    }

    @Test
    void thePasswordOfRedisCountsForAnExternalOneToo() {
        assertThat(problems(SERVER + "servingRedis: {password: a}")).isEmpty();
        assertThat(problems(SERVER + "servingRedis: {size: 1Gi}")).containsExactly("WARNING servingRedis");
    }

    @Test
    void onlyALoadBalancerHasAnAddress() {
        assertThat(problems(SERVER + "servingServer: {type: NodePort, loadBalancerIP: 10.0.0.1}"))
                .containsExactly("WARNING servingServer.loadBalancerIP");
    }

    @Test
    void istioLeadsToTheProxyOnly() {
        assertThat(problems(SERVER + "istio: {enabled: true}")).containsExactly("WARNING istio.enabled");
    }

    @Test
    void aPodSecurityPolicyIsCreatedByAnAdministrator() {
        assertThat(problems(SERVER + "podSecurityPolicy: {enabled: true}"))
                .containsExactly("WARNING podSecurityPolicy.enabled");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(EffectRules.check(Clusters.of(yaml)));
    }
}
