package io.kubefate.plugin.fateserving.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecReader;
import io.kubefate.plugin.fateserving.Clusters;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values are what the original renders from the cluster.yaml beside them, with its {@code values-template.yaml}. */
class ServingValuesTest {

    private static final String IDENTITY =
            "name: serving-9999\nnamespace: party\nchartName: fate-serving\nchartVersion: v2.0.0\npartyId: 9999\n";

    @Test
    void aClusterWithItsRedisHasTheSameModel() {
        assertSameModel("""
                persistence: true
                istio: {enabled: true}
                modules: [servingProxy, servingServer, servingRedis]
                servingProxy:
                  nodePort: 30096
                  ingerssHost: serving.example.com
                  partyList: [{partyId: 10000, partyIp: 192.168.1.1, partyPort: 30106}]
                  exchange: {ip: 192.168.0.1, port: 30006}
                  nodeSelector: {a: b}
                servingServer:
                  type: NodePort
                  nodePort: 30095
                  fateflow: {ip: fateflow.fate-9999, port: 9380}
                  subPath: models
                  storageClass: fast
                  size: 2Gi
                servingRedis: {password: secret, subPath: redis, storageClass: fast, accessMode: ReadWriteOnce, size: 1Gi}
                """, """
                partyId: 9999
                image: {registry: federatedai, isThridParty: false, pullPolicy: IfNotPresent}
                persistence: {enabled: true}
                servingProxy:
                  include: true
                  ip: serving-proxy
                  type: NodePort
                  nodePort: 30096
                  ingerssHost: serving.example.com
                  partyList: [{partyId: 10000, partyIp: 192.168.1.1, partyPort: 30106}]
                  exchange: {partyIp: 192.168.0.1, partyPort: 30006}
                  nodeSelector: {a: b}
                servingRedis:
                  include: true
                  ip: serving-redis
                  port: 6379
                  password: secret
                  subPath: redis
                  existingClaim:
                  storageClass: fast
                  accessMode: ReadWriteOnce
                  size: 1Gi
                servingServer:
                  include: true
                  nodePort: 30095
                  type: NodePort
                  fateflow: {ip: fateflow.fate-9999, port: 9380}
                  subPath: models
                  storageClass: fast
                  accessMode: ReadWriteOnce
                  size: 2Gi
                istio: {enabled: true}
                """);
    }

    @Test
    void aClusterWithAnExternalRedisHasTheSameModel() {
        assertSameModel("""
                modules: [servingServer]
                servingServer: {fateflow: {ip: fateflow.fate-9999, port: 9380}, subPath: models}
                externalRedisIp: 192.168.0.1
                externalRedisPort: 6380
                externalRedisPassword: secret
                """, """
                partyId: 9999
                image: {registry: federatedai, isThridParty: false, pullPolicy: IfNotPresent}
                persistence: {enabled: false}
                servingProxy: {include: false}
                servingRedis: {include: false, ip: 192.168.0.1, port: 6380, password: secret}
                servingServer:
                  include: true
                  type: ClusterIP
                  fateflow: {ip: fateflow.fate-9999, port: 9380}
                  subPath: models
                istio: {enabled: false}
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
