package io.kubefate.plugin.fate20.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.plugin.fate20.Clusters;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private final SpecValidator validator = new SpecValidator(new Fate200Distribution().schema());

    @Test
    void takesFilesOfEarlierReleasesWithTheNamesOfThisOne() {
        String amended = validator
                .amend("modules: [rollsite, mysql]\nfederation: Eggroll\nrollsite: {type: NodePort}\n", Map.of())
                .text();

        assertThat(amended).isEqualTo("modules: [osx, mysql]\nfederation: OSX\nosx: {type: NodePort}\n");
    }

    @Test
    void takesEveryWayOfWritingAResource() {
        assertThat(problems("""
                        nodemanager:
                          resources:
                            requests: {cpu: 1.5, memory: "4Gi", nvidia.com/gpu: 2}
                            limits: {cpu: "2", nvidia.com/gpu: "2"}
                        """)).isEmpty();
    }

    @Test
    void takesHalfAMap() {
        assertThat(problems(
                        "hdfs: {namenode: {type: ClusterIP}}\nspark: {master: {image: a/b}}\npulsar: {exchange: }\n"))
                .isEmpty();
    }

    @Test
    void takesAnyAffinityOfKubernetes() {
        assertThat(problems("""
                        python:
                          affinity:
                            nodeAffinity:
                              requiredDuringSchedulingIgnoredDuringExecution:
                                nodeSelectorTerms:
                                  - matchExpressions: [{key: kubernetes.io/arch, operator: In, values: [amd64]}]
                              preferredDuringSchedulingIgnoredDuringExecution:
                                - {weight: 1, preference: {matchExpressions: [{key: gpu, operator: Exists}]}}
                            podAffinity:
                              preferredDuringSchedulingIgnoredDuringExecution:
                                - weight: 100
                                  podAffinityTerm:
                                    topologyKey: kubernetes.io/hostname
                                    labelSelector: {matchExpressions: [{key: fateMoudle, operator: NotIn, values: [osx]}]}
                          tolerations: [{operator: Exists, effect: NoExecute, tolerationSeconds: 3600}]
                        """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "computing: spark                                          | computing",
                "federation: Rollsite                                      | federation",
                "device: TPU                                               | device",
                "backend: eggroll                                          | backend",
                "registry: 'https://registry.example.org'                  | registry",
                "osx: {partyList: [{partyId: 1, partyPort: 9370}]}         | osx.partyList[0].partyIp",
                "osx: {loadBalancerIP: lb.example.org}                     | osx.loadBalancerIP",
                "python: {tolerations: [{operator: exists}]}               | python.tolerations[0].operator",
                "python: {affinity: {nodeAffinity: {required: []}}}        | python.affinity.nodeAffinity.required",
                "nodemanager: {resources: {requests: {cpu: 2cores}}}       | nodemanager.resources.requests.cpu",
                "nodemanager: {sessionProcessorsPerNode: 0}                | nodemanager.sessionProcessorsPerNode",
                "nginx: {route_table: {x: {proxy: []}}}                    | nginx.route_table.x",
                "pulsar: {route_table: {default: {host: a}}}               | pulsar.route_table.default",
                "pulsar: {env: [{name: 1A, value: a}]}                     | pulsar.env[0].name",
                "client: {notebook_hashed_password: secret}                | client.notebook_hashed_password",
                "ingress: {fateboard: {hosts: [{name: a, path: board}]}}   | ingress.fateboard.hosts[0].path",
                "ingress: {fateboard: {tls: [{hosts: [a]}]}}              | ingress.fateboard.tls[0].secretName"
            })
    void refusesWhatCannotBeMeant(String yaml, String path) {
        assertThat(problems(yaml)).extracting(Problem::path).containsExactly(path);
    }

    private List<Problem> problems(String yaml) {
        return validator.validate(Clusters.of(yaml));
    }
}
