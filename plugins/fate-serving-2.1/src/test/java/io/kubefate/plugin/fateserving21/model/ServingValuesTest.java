package io.kubefate.plugin.fateserving21.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecReader;
import io.kubefate.plugin.fateserving21.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values have the keys that the original writes for the cluster.yaml beside them. */
class ServingValuesTest {

    private static final String IDENTITY =
            "name: serving-9999\nnamespace: party\nchartName: fate-serving\nchartVersion: v2.1.6\npartyId: 9999\n";

    @Test
    void aClusterWithAllModulesHasTheSameModel() {
        assertSameModel("""
                persistence: true
                registry: mirror.example.org/fate
                imagePullSecrets: [{name: mirror}]
                istio: {enabled: true}
                podSecurityPolicy: {enabled: true}
                ingressClassName: traefik
                ingress: {servingAdmin: {hosts: [{name: a.example.org, path: /}]}}
                modules: [servingProxy, servingServer, servingRedis, servingZookeeper, servingAdmin]
                servingProxy:
                  type: NodePort
                  nodePort: 30096
                  partyList: [{partyId: 10000, partyIp: 192.168.1.1, partyPort: 30106}]
                  exchange: {ip: 192.168.0.1, port: 30006}
                  tolerations: [{key: edge, operator: Exists}]
                servingServer:
                  type: LoadBalancer
                  nodePort: 30095
                  loadBalancerIP: 10.0.0.1
                  fateflow: {ip: fateflow.fate-9999, port: 9380}
                  cacheType: redis
                  singleAdaptor: org.example.Single
                  batchAdaptor: org.example.Batch
                  AdapterURL: http://features.example.org
                  storageClass: fast
                  size: 2Gi
                servingRedis: {password: secret, subPath: redis, storageClass: fast}
                servingZookeeper: {storageClass: fast, nodeSelector: {a: b}}
                servingAdmin: {username: operator, password: secret}
                """, """
                partyId: 9999
                partyName: serving-9999
                image: {registry: mirror.example.org/fate, isThridParty: true, pullPolicy: IfNotPresent, imagePullSecrets: [{name: mirror}]}
                persistence: {enabled: true}
                istio: {enabled: true}
                podSecurityPolicy: {enabled: true}
                ingressClassName: traefik
                ingress: {servingAdmin: {hosts: [{name: a.example.org, path: /}]}}
                servingProxy:
                  include: true
                  ip: serving-proxy
                  type: NodePort
                  nodePort: 30096
                  loadBalancerIP:
                  partyList: [{partyId: 10000, partyIp: 192.168.1.1, partyPort: 30106}]
                  exchange: {partyIp: 192.168.0.1, partyPort: 30006}
                  tolerations: [{key: edge, operator: Exists}]
                servingRedis: {include: true, password: secret, subPath: redis, storageClass: fast, accessMode: ReadWriteOnce, size: 1Gi}
                servingServer:
                  include: true
                  type: LoadBalancer
                  nodePort: 30095
                  loadBalancerIP: 10.0.0.1
                  fateflow: {ip: fateflow.fate-9999, port: 9380}
                  cacheSwitch: redis
                  cacheType: redis
                  singleAdaptor: org.example.Single
                  batchAdaptor: org.example.Batch
                  AdapterURL: http://features.example.org
                  subPath: ignored
                  storageClass: fast
                  accessMode: ReadWriteOnce
                  size: 2Gi
                servingZookeeper:
                  include: true
                  subPath:
                  storageClassName: managed-nfs-storage
                  storageClass: fast
                  accessMode: ReadWriteOnce
                  size: 1Gi
                  nodeSelector: {a: b}
                servingAdmin: {include: true, ingressHost: 9999.serving-admin.example.com, username: operator, password: secret}
                externalRedisIp:
                externalRedisPort:
                externalRedisPassword:
                """);
    }

    @Test
    void aClusterWithAnExternalRedisHasTheSameModel() {
        assertSameModel("""
                modules: [servingServer]
                externalRedisIp: 192.168.0.1
                externalRedisPort: 6380
                externalRedisPassword: secret
                """, """
                partyId: 9999
                image: {registry: federatedai, isThridParty: false, pullPolicy: IfNotPresent}
                persistence: {enabled: false}
                servingProxy: {include: false}
                servingRedis: {include: false}
                servingServer: {include: true}
                servingZookeeper: {include: false}
                servingAdmin: {include: false}
                externalRedisIp: 192.168.0.1
                externalRedisPort: 6380
                externalRedisPassword: secret
                """);
    }

    private static void assertSameModel(String file, String values) {
        Map<String, Object> derived =
                new LinkedHashMap<>(new SpecReader().read(IDENTITY).spec().values());
        derived.putAll(ServingValues.spec(new SpecReader().read(values).spec().values()));

        assertThat(ClusterModel.of(Clusters.complete(new ClusterSpec(derived))))
                .isEqualTo(ClusterModel.of(Clusters.read(IDENTITY + file)));
    }
}
