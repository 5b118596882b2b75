package io.kubefate.plugin.fate15.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterModelTest {

    @Test
    void thePartyIdIsAWholeNumberAndALabelIsText() {
        Map<String, Object> model = ClusterModel.of(Clusters.read(
                "{name: a, namespace: a, chartName: fate, chartVersion: v1.5.0, partyId: 12345678901234567890}"));

        assertThat(model).containsEntry("partyId", new BigInteger("12345678901234567890"));
        assertThat(find(model, "labels", "partyId")).isEqualTo("12345678901234567890");
    }

    @Test
    void imagesComeFromDockerHubUnlessARegistryIsGiven() {
        assertThat(model("registry: ''").get("images"))
                .isEqualTo(Map.of(
                        "eggroll", "federatedai/eggroll:1.5.0-release",
                        "python", "federatedai/python:1.5.0-release",
                        "client", "federatedai/client:1.5.0-release",
                        "fateboard", "federatedai/fateboard:1.5.0-release",
                        "mysql", "mysql:8"));
    }

    @Test
    void aRegistryHoldsForMysqlToo() {
        Map<String, Object> model = model("registry: example.org:5000/fate");

        assertThat(find(model, "images", "eggroll")).isEqualTo("example.org:5000/fate/eggroll:1.5.0-release");
        assertThat(find(model, "images", "mysql")).isEqualTo("example.org:5000/fate/mysql:8");
    }

    @Test
    void withoutAMapMysqlKeepsItsDataInADirectoryAndClassOfItsName() {
        assertThat(find(model("persistence: true"), "mysql", "storage", "subPath"))
                .isEqualTo("mysql");
        assertThat(find(model("persistence: true"), "mysql", "storage", "storageClass"))
                .isEqualTo("mysql");
    }

    @Test
    void aMapOfMysqlHasNoDirectoryAndNoClassUnlessItNamesThem() {
        Map<String, Object> model = model("persistence: true\nmysql: {size: 10Gi}");

        assertThat(find(model, "mysql", "storage", "subPath")).isEqualTo("");
        assertThat(new ClusterSpec(model).map("mysql", "storage")).doesNotContainKey("storageClass");
        assertThat(find(model, "mysql", "database")).isEqualTo("eggroll_meta");
    }

    @Test
    void anExternalDatabaseIsNamedByTheMapOfMysql() {
        Map<String, Object> model =
                model("mysql: {ip: 192.168.77.7, port: '3307', database: d, user: u, password: 42}");

        assertThat(find(model, "mysql", "ip")).isEqualTo("192.168.77.7");
        assertThat(find(model, "mysql", "port")).isEqualTo(BigInteger.valueOf(3307));
        assertThat(find(model, "mysql", "password")).isEqualTo("42");
    }

    @Test
    void aNodePortIsLeftOutOfAServiceThatHasNone() {
        assertThat(new ClusterSpec(model("rollsite: {nodePort: 30091}")).map("rollsite"))
                .doesNotContainKey("nodePort");
        assertThat(find(model("rollsite: {type: LoadBalancer, nodePort: 30091}"), "rollsite", "nodePort"))
                .isEqualTo(BigInteger.valueOf(30091));
    }

    @Test
    void everyServiceIsInsideTheClusterUnlessATypeIsGiven() {
        Map<String, Object> model = model("python: {nodeSelector: {a: b}}");

        assertThat(List.of("rollsite", "python", "mysql", "fateboard", "client"))
                .allSatisfy(module -> assertThat(find(model, module, "type")).isEqualTo("ClusterIP"));
    }

    @Test
    void theDefaultRouteComesBackWithoutAnExchange() {
        assertThat(find(model(""), "rollsite", "defaultRoute"))
                .isEqualTo(Map.of("ip", "rollsite", "port", BigInteger.valueOf(9370)));
        assertThat(find(model("rollsite: {exchange: {ip: a, port: 30000}}"), "rollsite", "defaultRoute"))
                .isEqualTo(Map.of("ip", "a", "port", BigInteger.valueOf(30000)));
    }

    @Test
    void sparkIsLocalWhenItsMapNamesNoMaster() {
        assertThat(find(model(""), "python", "spark", "master")).isEqualTo("spark://spark-master:7077");
        assertThat(find(model("python: {spark: {nodes: 3}}"), "python", "spark", "master"))
                .isEqualTo("local[4]");
    }

    @Test
    void theServingAddressJoinsWhatIsGiven() {
        assertThat(model("").get("serving")).isEqualTo(Map.of("given", false, "address", ":"));
        assertThat(model("servingIp: a\nservingPort: 1").get("serving"))
                .isEqualTo(Map.of("given", true, "address", "a:1"));
    }

    private static Map<String, Object> model(String yaml) {
        ClusterSpec spec = Clusters.whole(yaml);
        return ClusterModel.of(spec);
    }

    private static Object find(Map<String, Object> model, String... keys) {
        return new ClusterSpec(model).find(keys).orElseThrow();
    }
}
