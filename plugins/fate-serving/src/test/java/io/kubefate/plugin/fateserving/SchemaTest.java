package io.kubefate.plugin.fateserving;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.spi.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private final SpecValidator validator = new SpecValidator(new FateServingDistribution().schema());

    @Test
    void takesEveryKeyOfTheRelease() {
        assertThat(problems("""
            registry: registry.example.org/fate
            pullPolicy: Always
            imagePullSecrets: [{name: registry-login}]
            persistence: true
            istio: {enabled: true}
            servingProxy:
              type: NodePort
              nodePort: 30096
              ingerssHost: 9999.serving-proxy.kubefate.net
              exchange: {ip: 192.168.0.1, port: 30100}
              partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30106}]
              nodeSelector: {disktype: ssd}
            servingServer:
              type: NodePort
              nodePort: 30095
              fateflow: {ip: fateflow.fate-9999, port: 9380}
              subPath: models
              existingClaim: kept
              storageClass: "-"
              accessMode: ReadWriteMany
              size: 5Gi
              nodeSelector: {disktype: "true"}
            servingRedis: {password: 42, subPath: redis, existingClaim: kept, storageClass: fast, size: 1Gi}
            externalRedisIp: redis.example.org
            externalRedisPort: 6380
            externalRedisPassword: secret
            externalRedisDatabase: 0
            """)).isEmpty();
    }

    @Test
    void takesEmptyTextAndNoValueForAbsent() {
        assertThat(problems("""
            registry: ""
            pullPolicy:
            istio:
            servingProxy: {type: "", nodePort: , ingerssHost: "", exchange: {ip: , port: ""}, nodeSelector: }
            servingServer: {fateflow: {ip: "", port: }, subPath: "", storageClass: "", size: "", existingClaim: ""}
            servingRedis:
            externalRedisIp: ""
            """)).isEmpty();
    }

    @Test
    void takesNumbersAsTextOfDigitsAndPartyIdsOfAnySize() {
        assertThat(problems("""
            servingProxy:
              nodePort: "30096"
              partyList: [{partyId: "12345678901234567890", partyIp: a, partyPort: "30106"}]
            externalRedisPort: "6380"
            """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "servingProxy: {type: nodeport}                            | servingProxy.type",
                "servingProxy: {nodePort: 29999}                           | servingProxy.nodePort",
                "servingProxy: {ingressHost: a}                            | servingProxy.ingressHost",
                "servingProxy: {ingerssHost: 'http://a'}                   | servingProxy.ingerssHost",
                "servingProxy: {exchange: {ip: 'a:8869'}}                  | servingProxy.exchange.ip",
                "servingProxy: {partyList: [{partyId: 1, partyIp: a}]}     | servingProxy.partyList[0].partyPort",
                "servingProxy: {partyList: [{partyIp: a, partyPort: 1}]}   | servingProxy.partyList[0].partyId",
                "servingProxy: {nodeSelector: {edge: true}}                | servingProxy.nodeSelector.edge",
                "servingServer: {fateflow: {ip: 'http://a:9380'}}          | servingServer.fateflow.ip",
                "servingServer: {fateflow: 192.168.9.1}                    | servingServer.fateflow",
                "servingServer: {subPath: ../other}                        | servingServer.subPath",
                "servingServer: {size: 1Gb}                                | servingServer.size",
                "servingRedis: {password: \"a\\nb\"}                       | servingRedis.password",
                "servingRedis: {password: --port}                          | servingRedis.password",
                "servingRedis: {type: NodePort}                            | servingRedis.type",
                "modules: [servingProxy, rollsite]                         | modules[1]",
                "imagePullSecrets: [login]                                 | imagePullSecrets[0]",
                "imagePullSecrets: [{name: }]                              | imagePullSecrets[0].name",
                "externalRedisDatabase: one                                | externalRedisDatabase",
                "backend: eggroll                                          | backend"
            })
    void refusesWhatCannotBeMeant(String yaml, String path) {
        assertThat(problems(yaml)).extracting(Problem::path).containsExactly(path);
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
        assertThat(problems("podSecurityPolicy: {enabled: true}\nservingServer: {cacheType: redis}\nservingAdmin: {}"))
                .extracting(Problem::message)
                .containsExactly(
                        "3 keys of FATE-Serving ≥ 2.1: servingServer.cacheType, podSecurityPolicy, servingAdmin;"
                                + " remove them");
    }

    private List<Problem> problems(String yaml) {
        return validator.validate(Clusters.of(yaml));
    }
}
