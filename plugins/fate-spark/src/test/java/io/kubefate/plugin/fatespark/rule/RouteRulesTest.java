package io.kubefate.plugin.fatespark.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteRulesTest {

    private static final String A_PARTY = "{proxy: [{host: a, port: 1}], fateflow: [{host: a, port: 2}]}";

    @Test
    void bothWaysLeadToEachParty() {
        assertThat(problems("""
                        nginx: {route_table: {10000: %s}}
                        rabbitmq: {route_table: {"10000": {host: a, port: 3}}}
                        """.formatted(A_PARTY))).isEmpty();
    }

    @Test
    void aPartyWithOneWayIsTold() {
        assertThat(problems("""
                        nginx: {route_table: {10000: %s}}
                        rabbitmq: {route_table: {8888: {host: a, port: 3}}}
                        """.formatted(A_PARTY)))
                .containsExactly("WARNING rabbitmq.route_table.8888", "WARNING nginx.route_table.10000");
    }

    @Test
    void aDefaultRouteOfTheProxyLeadsToEverybody() {
        assertThat(problems("""
                        nginx: {route_table: {default: {proxy: [{host: a, port: 1}]}}}
                        rabbitmq: {route_table: {8888: {host: a, port: 3}}}
                        """)).isEmpty();
    }

    @Test
    void halfARouteIsTold() {
        assertThat(problems("""
                        nginx: {route_table: {10000: {proxy: [{host: a, port: 1}]}}}
                        rabbitmq: {route_table: {10000: {host: a, port: 3}}}
                        """)).containsExactly("WARNING nginx.route_table.10000.fateflow");
    }

    @Test
    void theOwnPartyIsTold() {
        assertThat(problems("""
                        nginx: {route_table: {9999: %s}}
                        rabbitmq: {route_table: {9999: {host: a, port: 3}}}
                        """.formatted(A_PARTY)))
                .containsExactly("WARNING nginx.route_table.9999", "WARNING rabbitmq.route_table.9999");
    }

    @Test
    void routesOfAProxyOutsideAreNotKnown() {
        assertThat(Clusters.summary(RouteRules.check(
                        Clusters.of("modules: [python]\nrabbitmq: {route_table: {8888: {host: a, port: 3}}}"))))
                .isEmpty();
    }

    private static List<String> problems(String yaml) {
        return Clusters.summary(RouteRules.check(Clusters.onSpark(yaml)));
    }
}
