package io.kubefate.plugin.fate15.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecReader;
import io.kubefate.plugin.fate15.Clusters;
import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values are what the original renders from the cluster.yaml beside them, with its {@code values-template.yaml}. */
class FateValuesTest {

    private static final String IDENTITY =
            "name: fate-9999\nnamespace: party\nchartName: fate\nchartVersion: v1.5.0\npartyId: 9999\n";

    @Test
    void aClusterOnEggRollHasTheSameObjects() {
        assertSameModel(Engine.EGGROLL, """
                registry: hub.example.com/fate
                pullPolicy: Always
                persistence: true
                modules: [rollsite, clustermanager, nodemanager, mysql, python, fateboard, client]
                backend: eggroll
                rollsite:
                  type: NodePort
                  nodePort: 30091
                  exchange: {ip: 192.168.0.1, port: 30000}
                  partyList: [{partyId: 10000, partyIp: 192.168.1.1, partyPort: 30101}]
                nodemanager:
                  count: 2
                  sessionProcessorsPerNode: 4
                  storageClass: fast
                  accessMode: ReadWriteOnce
                  size: 2Gi
                  list: [{name: more, sessionProcessorsPerNode: 2, storageClass: slow, accessMode: ReadWriteOnce, size: 1Gi}]
                python: {type: NodePort, httpNodePort: 30097, grpcNodePort: 30092, nodeSelector: {disk: ssd}}
                mysql: {ip: mysql, user: me, password: secret, subPath: db, storageClass: fast, size: 5Gi}
                servingIp: 192.168.0.1
                servingPort: 30095
                """, """
                image: {registry: hub.example.com/fate, isThridParty: true, pullPolicy: Always}
                partyId: 9999
                partyName: fate-9999
                exchange: {partyIp: 192.168.0.1, partyPort: 30000}
                exchangeList:
                partyList: [{partyId: 10000, partyIp: 192.168.1.1, partyPort: 30101}]
                persistence: {enabled: true}
                modules:
                  rollsite: {include: true, ip: rollsite, type: NodePort, nodePort: 30091}
                  lbrollsite: {include: false}
                  python:
                    include: true
                    backend: eggroll
                    type: NodePort
                    httpNodePort: 30097
                    grpcNodePort: 30092
                    nodeSelector: {disk: ssd}
                  clustermanager: {include: true}
                  nodemanager:
                    include: true
                    list:
                      - {name: nodemanager-0, nodeSelector: {}, sessionProcessorsPerNode: 4, subPath: nodemanager-0,
                         existingClaim: "", storageClass: fast, accessMode: ReadWriteOnce, size: 2Gi}
                      - {name: nodemanager-1, nodeSelector: {}, sessionProcessorsPerNode: 4, subPath: nodemanager-1,
                         existingClaim: "", storageClass: fast, accessMode: ReadWriteOnce, size: 2Gi}
                      - {name: more, sessionProcessorsPerNode: 2, storageClass: slow, accessMode: ReadWriteOnce, size: 1Gi}
                  client: {include: true}
                  mysql: {include: true, ip: mysql, port: 3306, database: eggroll_meta, user: me, password: secret,
                          subPath: db, storageClass: fast, accessMode: ReadWriteOnce, size: 5Gi}
                  serving: {ip: 192.168.0.1, port: 30095}
                  fateboard: {include: true}
                  spark: {include: false}
                  hdfs: {include: false}
                  nginx: {include: false}
                  rabbitmq: {include: false}
                """);
    }

    @Test
    void aClusterOnSparkHasTheSameObjects() {
        assertSameModel(Engine.SPARK, """
                modules: [mysql, python, fateboard, client, spark, hdfs, nginx, rabbitmq]
                backend: spark
                python:
                  type: NodePort
                  httpNodePort: 30097
                  spark: {cores_per_node: 8, nodes: 3}
                  rabbitmq: {user: fate, password: secret}
                spark:
                  type: NodePort
                  master: {replicas: 1, cpu: 500m, memory: 512Mi, nodeSelector: {a: b}}
                  worker: {replicas: 3, cpu: 2, memory: 2Gi}
                hdfs: {namenode: {nodeSelector: {a: b}}, datanode: {nodeSelector: {c: d}}}
                nginx:
                  type: NodePort
                  nodePort: 30093
                  route_table: {10000: {proxy: [{host: 192.168.1.1, port: 30103}], fateflow: [{host: 192.168.1.1, port: 30107}]}}
                rabbitmq:
                  type: NodePort
                  nodePort: 30094
                  default_user: fate
                  default_pass: secret
                  user: fate
                  password: secret
                  route_table: {10000: {host: 192.168.1.1, port: 30104}}
                """, """
                image: {registry: federatedai, isThridParty: false, pullPolicy: IfNotPresent}
                partyId: 9999
                persistence: {enabled: false}
                modules:
                  python:
                    include: true
                    backend: spark
                    type: NodePort
                    httpNodePort: 30097
                    grpcNodePort:
                    spark: {master: , home: , cores_per_node: 8, nodes: 3}
                    rabbitmq: {user: fate, password: secret}
                  rollsite: {include: false}
                  nodemanager: {include: false}
                  mysql: {include: true}
                  client: {include: true}
                  fateboard: {include: true}
                  spark:
                    include: true
                    master: {Image: "", ImageTag: "", replicas: 1, cpu: 500m, memory: 512Mi, nodeSelector: {a: b}, type: NodePort}
                    worker: {Image: "", ImageTag: "", replicas: 3, cpu: 2, memory: 2Gi, nodeSelector: {}, type: NodePort}
                  hdfs:
                    include: true
                    namenode: {nodeSelector: {a: b}, type: ClusterIP}
                    datanode: {nodeSelector: {c: d}, type: ClusterIP}
                  nginx:
                    include: true
                    type: NodePort
                    nodePort: 30093
                    route_table: {10000: {proxy: [{host: 192.168.1.1, port: 30103}], fateflow: [{host: 192.168.1.1, port: 30107}]}}
                  rabbitmq:
                    include: true
                    type: NodePort
                    nodePort: 30094
                    default_user: fate
                    default_pass: secret
                    user: fate
                    password: secret
                    route_table: {10000: {host: 192.168.1.1, port: 30104}}
                """);
    }

    private static void assertSameModel(Engine engine, String file, String values) {
        Map<String, Object> derived =
                new LinkedHashMap<>(new SpecReader().read(IDENTITY).spec().values());
        derived.putAll(FateValues.spec(new SpecReader().read(values).spec().values()));

        assertThat(FateModel.of(Clusters.complete(new ClusterSpec(derived)), engine))
                .isEqualTo(FateModel.of(Clusters.read(IDENTITY + file), engine));
    }
}
