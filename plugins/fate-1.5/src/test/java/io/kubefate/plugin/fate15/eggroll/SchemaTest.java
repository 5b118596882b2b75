package io.kubefate.plugin.fate15.eggroll;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.plugin.shared.Resource;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private final SpecValidator validator = new SpecValidator(new Fate15Distribution().schema());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minimal",
                "external-mysql",
                "exchange-mode",
                "istio",
                "nodemanager-list",
                "nodemanager-count-3-persistent",
                "mysql-persistence-options",
                "partylist-direct",
                "string-party-id"
            })
    void acceptsWhatTheOriginalChartRenders(String cluster) {
        assertThat(validator.validate(Clusters.read(Resource.text("accepted/" + cluster + ".yaml"))))
                .isEmpty();
    }

    @Test
    void takesEmptyTextAndNoValueForAbsent() {
        assertThat(problems("""
            registry: ""
            pullPolicy:
            backend: ""
            servingIp: ""
            rollsite: {type: "", exchange: {ip: , port: }}
            nodemanager: {size: "", storageClass: "", list: [{name: a, existingClaim: "", subPath: ""}]}
            mysql: {ip: "", database: "", user: "", nodeSelector: }
            """)).isEmpty();
    }

    @Test
    void takesNumbersAsTextOfDigitsToo() {
        assertThat(problems("""
            servingPort: "30095"
            rollsite: {nodePort: "30091", partyList: [{partyId: "10000", partyIp: a, partyPort: "30101"}]}
            mysql: {port: "3307", password: 123456}
            """)).isEmpty();
    }

    @Test
    void takesPartyIdsOfAnySize() {
        assertThat(problems("rollsite: {partyList: [{partyId: 12345678901234567890, partyIp: a, partyPort: 1}]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rollsite: {type: nodeport}                       | rollsite.type",
                "rollsite: {nodePort: 29999}                      | rollsite.nodePort",
                "rollsite: {nodePort: '32768'}                    | rollsite.nodePort",
                "rollsite: {exchange: {ip: 192.168.0.256}}        | rollsite.exchange.ip",
                "rollsite: {exchange: {ip: 'http://a'}}           | rollsite.exchange.ip",
                "rollsite: {exchange: {ip: 'a:9370'}}             | rollsite.exchange.ip",
                "rollsite: {exchange: {port: 65536}}              | rollsite.exchange.port",
                "rollsite: {partyList: [{partyIp: a, partyPort: 1}]} | rollsite.partyList[0].partyId",
                "rollsite: {partyList: [{partyId: 1.5, partyIp: a, partyPort: 1}]} | rollsite.partyList[0].partyId",
                "rollsite: {nodeSelector: {ssd: true}}            | rollsite.nodeSelector.ssd",
                "rollsite: {party: []}                            | rollsite.party",
                "nodemanager: {count: -1}                         | nodemanager.count",
                "nodemanager: {size: 1Gb}                         | nodemanager.size",
                "nodemanager: {size: 0}                           | nodemanager.size",
                "nodemanager: {accessMode: RWO}                   | nodemanager.accessMode",
                "nodemanager: {list: [{name: Node_A}]}            | nodemanager.list[0].name",
                "nodemanager: {list: [{subPath: a}]}              | nodemanager.list[0].name",
                "mysql: {database: 'a`b'}                         | mysql.database",
                "mysql: {password: \"a\\nb\"}                     | mysql.password",
                "mysql: {subPath: ../other}                       | mysql.subPath",
                "mysql: {subPath: /data}                          | mysql.subPath",
                "modules: [rollsite, pulsar]                      | modules[1]",
                "registry: https://example.org                    | registry",
                "pullPolicy: Sometimes                            | pullPolicy",
                "persistence: 'true'                              | persistence",
                "externalMysqlIp: 192.168.0.1                     | externalMysqlIp",
                "backend: spark                                   | backend",
                "istio: true                                      | istio"
            })
    void refusesWhatCannotBeMeant(String yaml, String path) {
        assertThat(problems(yaml)).extracting(Problem::path).containsExactly(path);
    }

    @Test
    void saysWhatToWriteForASettingOfOlderFiles() {
        assertThat(problems("externalMysqlIp: 192.168.0.1"))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("write it as ip in the map mysql");
    }

    @Test
    void refusesATextThatEndsWithALineBreak() {
        assertThat(problems("mysql: {ip: \"database\\n\"}"))
                .extracting(Problem::path)
                .containsExactly("mysql.ip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "federatedai",
                "hub.Example.org/fate",
                "Registry:5000/fate/x.y-z_a",
                "192.168.0.1:5000",
                "localhost/fate"
            })
    void takesRegistries(String registry) {
        assertThat(problems("registry: " + registry)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FederatedAI",
                "Hub.example.org/Fate",
                "hub.example.org:5000/fate/X",
                "Registry/fate",
                "a/b/",
                "a//b"
            })
    void refusesRegistriesThatKubernetesRefuses(String registry) {
        assertThat(problems("registry: " + registry)).extracting(Problem::path).containsExactly("registry");
    }

    @Test
    void reportsKeysOfLaterReleasesTogether() {
        assertThat(problems("""
            imageTag: 1.9.0-release
            podSecurityPolicy: {enabled: false}
            computing: Eggroll
            algorithm: Basic
            nodemanager: {replicas: 2, resources: {}}
            ingress: {fateboard: {tls: [], hosts: [{name: a, path: /}]}}
            spark: {worker: {tolerations: []}}
            nginx: {route_table: {1: {proxy: [{host: a, port: 1, http_port: 9300}]}}}
            """))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .startsWith("10 keys of FATE ≥ 1.9: ")
                .contains("imageTag, podSecurityPolicy, computing (write backend: eggroll or spark), algorithm");
    }

    @Test
    void takesKeysAndEmptyMapsOfOlderManagers() {
        assertThat(validator
                        .amend("nameSpace: a\npython: {fateflowType: NodePort, fateflowNodePort: 31761}", Map.of())
                        .text())
                .isEqualTo("namespace: a\npython: {type: NodePort, httpNodePort: 31761}");
        assertThat(problems("pullPolicy: {}\nrollsite: {partyList: , nodeSelector: {}}"))
                .isEmpty();
    }

    @Test
    void takesLabelsWithoutAValue() {
        assertThat(problems("rollsite: {nodeSelector: {node-role.kubernetes.io/worker: }}"))
                .isEmpty();
        assertThat(problems("rollsite: {nodeSelector: {-x: }}")).hasSize(1);
    }

    private List<Problem> problems(String yaml) {
        return validator.validate(Clusters.of(yaml));
    }
}
