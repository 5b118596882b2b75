package io.kubefate.plugin.fateserving21;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.spi.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private final SpecValidator validator = new SpecValidator(new FateServing21Distribution().schema());

    @Test
    void acceptsEveryKeyOfTheRelease() {
        assertThat(problems("""
            registry: registry.example.org/fate
            pullPolicy: Always
            imagePullSecrets: [{name: registry-login}]
            persistence: true
            istio: {enabled: true}
            podSecurityPolicy: {enabled: true}
            ingressClassName: traefik
            ingress:
              servingProxy: {hosts: [{name: a.example.org, path: /}], tls: [{secretName: a, hosts: [a.example.org]}]}
              servingAdmin: {annotations: {nginx.ingress.kubernetes.io/ssl-redirect: "true"}}
            servingProxy:
              type: LoadBalancer
              nodePort: 30096
              loadBalancerIP: 10.0.0.1
              exchange: {ip: 192.168.0.1, port: 30100}
              partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30106}]
              nodeSelector: {disktype: ssd}
              tolerations: [{key: edge, operator: Exists}]
              affinity:
                nodeAffinity:
                  preferredDuringSchedulingIgnoredDuringExecution:
                    - weight: 1
                      preference: {matchExpressions: [{key: mem, operator: In, values: [large]}]}
            servingServer:
              type: NodePort
              nodePort: 30095
              httpNodePort: 30098
              loadBalancerIP: 10.0.0.2
              fateflow: {ip: fateflow.fate-9999, port: 9380}
              cacheSwitch: true
              cacheType: redis
              singleAdaptor: com.webank.ai.fate.serving.adaptor.dataaccess.MockAdapter
              batchAdaptor: com.webank.ai.fate.serving.adaptor.dataaccess.MockBatchAdapter
              AdapterURL: http://127.0.0.1:9380/v1/http/adapter/getFeature
              subPath: models
              existingClaim: kept
              storageClass: "-"
              accessMode: ReadWriteMany
              size: 5Gi
            servingRedis: {password: 42, subPath: redis, existingClaim: kept, storageClass: fast, size: 1Gi}
            servingZookeeper: {subPath: zk, storageClassName: nfs, storageClass: fast, size: 1Gi}
            servingAdmin: {type: NodePort, nodePort: 30350, username: a, password: b, ingressHost: a.example.org}
            externalRedisIp: redis.example.org
            externalRedisPort: 6380
            externalRedisPassword: secret
            """)).isEmpty();
    }

    @Test
    void acceptsEmptyTextAndNoValueForAbsent() {
        assertThat(problems("""
            registry: ""
            pullPolicy:
            ingressClassName: ""
            ingress: {servingProxy: , servingAdmin: {hosts: , tls: []}}
            servingProxy: {type: "", nodePort: , loadBalancerIP: "", exchange: {ip: , port: ""}, affinity: }
            servingServer: {fateflow: {ip: "", port: }, cacheSwitch: , cacheType: "", subPath: "", AdapterURL: ""}
            servingRedis:
            servingZookeeper: {subPath: "", existingClaim: "", tolerations: }
            servingAdmin: {username: , password: ""}
            externalRedisIp: ""
            """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "servingProxy: {type: nodeport}                              | servingProxy.type",
                "servingProxy: {nodePort: 29999}                             | servingProxy.nodePort",
                "servingProxy: {ingerssHost: a}                              | servingProxy.ingerssHost",
                "servingProxy: {loadBalancerIP: a.example.org}               | servingProxy.loadBalancerIP",
                "servingProxy: {partyList: [{partyId: 1, partyIp: a}]}       | servingProxy.partyList[0].partyPort",
                "servingServer: {cacheType: memory}                          | servingServer.cacheType",
                "servingServer: {cacheSwitch: redis}                         | servingServer.cacheSwitch",
                "servingServer: {singleAdaptor: my adaptor}                  | servingServer.singleAdaptor",
                "servingServer: {AdapterURL: features.example.org}           | servingServer.AdapterURL",
                "servingServer: {httpNodePort: 8080}                         | servingServer.httpNodePort",
                "servingServer: {size: 1Gb}                                  | servingServer.size",
                "servingRedis: {password: --port}                            | servingRedis.password",
                "servingZookeeper: {replicas: 3}                             | servingZookeeper.replicas",
                "servingAdmin: {tolerations: [{effect: Never}]}              | servingAdmin.tolerations[0].effect",
                "ingress: {servingAdmin: {hosts: [a.example.org]}}           | ingress.servingAdmin.hosts[0]",
                "ingress: {servingAdmin: {hosts: [{name: 'http://a'}]}}      | ingress.servingAdmin.hosts[0].name",
                "ingress: {servingAdmin: {tls: [{hosts: [a]}]}}              | ingress.servingAdmin.tls[0].secretName",
                "ingress: {fateboard: {}}                                    | ingress.fateboard",
                "modules: [servingProxy, rollsite]                           | modules[1]",
                "size: 1Gi                                                   | size"
            })
    void rejectsWhatCannotBeMeant(String yaml, String path) {
        assertThat(problems(yaml)).extracting(Problem::path).containsExactly(path);
    }

    private List<Problem> problems(String yaml) {
        return validator.validate(Clusters.of(yaml));
    }
}
