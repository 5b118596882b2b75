package io.kubefate.plugin.fateexchange.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateexchange.Clusters;
import io.kubefate.spi.ClusterCheck;
import org.junit.jupiter.api.Test;

class ExchangeChecksTest {

    @Test
    void eachRouteOfEachModuleIsTried() {
        assertThat(ExchangeChecks.of(Clusters.of("""
                        modules: [rollsite, trafficServer, nginx]
                        rollsite:
                          exchange: {ip: 10.0.0.9, port: 30000}
                          partyList: [{partyId: 9999, partyIp: 10.0.0.1, partyPort: 30091}]
                        trafficServer: {route_table: {sni: [{fqdn: 10000.fate.org, tunnelRoute: "10.0.0.2:30109"}]}}
                        nginx: {route_table: {10000: {proxy: [{host: 10.0.0.2, http_port: 30103, grpc_port: 30108}]}}}
                        """)))
                .extracting(ClusterCheck::name)
                .containsExactly(
                        "rollsite reaches the exchange at 10.0.0.9:30000",
                        "rollsite reaches party 9999 at 10.0.0.1:30091",
                        "nginx reaches party 10000 at 10.0.0.2:30103",
                        "nginx reaches party 10000 at 10.0.0.2:30108",
                        "traffic-server reaches party 10000 at 10.0.0.2:30109");
    }

    @Test
    void aModuleThatIsOffIsNotTried() {
        assertThat(ExchangeChecks.of(Clusters.of("""
                        modules: [nginx]
                        rollsite: {partyList: [{partyId: 9999, partyIp: 10.0.0.1, partyPort: 30091}]}
                        trafficServer: {route_table: {sni: [{fqdn: 10000.fate.org, tunnelRoute: "10.0.0.2:30109"}]}}
                        """))).isEmpty();
    }
}
