package io.kubefate.plugin.shared.fate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.shared.fate.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableRulesTest {

    private static final String NGINX = """
            nginx:
              route_table:
                10000: {proxy: [{host: 192.168.10.1}], fateflow: [{host: 192.168.10.1}]}
            """;

    @Test
    void aPartyWithBothRoutesIsAccepted() {
        assertThat(problems(Clusters.onPulsar(NGINX + "pulsar: {route_table: {10000: {host: 192.168.10.1}}}\n")))
                .isEmpty();
    }

    @Test
    void aPartyWithOneRouteIsReported() {
        assertThat(problems(Clusters.onPulsar(NGINX))).containsExactly("WARNING nginx.route_table.10000");
        assertThat(problems(Clusters.onRabbitMq("rabbitmq: {route_table: {10000: {host: 192.168.10.1}}}\n")))
                .containsExactly("WARNING rabbitmq.route_table.10000");
    }

    @Test
    void onlyTheBrokerInUseCounts() {
        assertThat(problems(Clusters.onPulsar("rabbitmq: {route_table: {10000: {host: 192.168.10.1}}}\n")))
                .isEmpty();
    }

    @Test
    void anExchangeIsTheRouteToAllOthers() {
        assertThat(problems(Clusters.onPulsar(NGINX + "pulsar: {exchange: {ip: 192.168.0.1, port: 30007}}\n")))
                .isEmpty();
        assertThat(problems(Clusters.onPulsar("""
                        nginx: {exchange: {ip: 192.168.0.1}}
                        pulsar: {route_table: {10000: {host: 192.168.10.1}}}
                        """))).isEmpty();
    }

    @Test
    void nginxNeedsTheAddressesOfBothServices() {
        assertThat(problems(Clusters.of("modules: [nginx]\nnginx: {route_table: {10000: {proxy: [{host: nginx}]}}}\n")))
                .containsExactly("WARNING nginx.route_table.10000.fateflow");
    }

    @Test
    void theOwnRouteNeedNotBeWritten() {
        assertThat(problems(Clusters.onRabbitMq("rabbitmq: {route_table: {9999: {host: rabbitmq}}}\n")))
                .isEmpty();
        assertThat(problems(Clusters.onRabbitMq("rabbitmq: {route_table: {9999: {host: rabbit.example.org}}}\n")))
                .containsExactly("WARNING rabbitmq.route_table.9999");
    }

    @Test
    void thereIsOneDefaultRoute() {
        assertThat(problems(Clusters.onPulsar("""
                        nginx:
                          exchange: {ip: 192.168.0.1}
                          route_table: {default: {proxy: [{host: 192.168.0.2}]}}
                        """))).containsExactly("ERROR nginx.route_table.default");
    }

    private static List<String> problems(ClusterSpec spec) {
        return Clusters.summary(RouteTableRules.check(spec));
    }
}
