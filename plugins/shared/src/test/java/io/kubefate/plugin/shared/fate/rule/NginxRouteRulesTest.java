package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class NginxRouteRulesTest {

    @Test
    void anExchangeHasAnAddress() {
        assertThat(problems("nginx: {exchange: {ip: 192.168.0.1}}\n")).isEmpty();
        assertThat(problems("nginx: {exchange: {httpPort: 30003}}\n")).containsExactly("ERROR nginx.exchange.ip");
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(NginxRouteRules.check(Clusters.of("modules: [nginx]\n" + yaml)));
    }
}
