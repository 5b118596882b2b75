package io.kubefate.planning.spec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apiVersion: a/v1~kind: FateCluster~spec: {clusterSpec: {chartName: fate}} | line 2: this is a"
                        + " Kubernetes object (kind FateCluster), not a cluster.yaml; what is under spec.clusterSpec is"
                        + " one",
                "apiVersion: v1~kind: ConfigMap | line 2: this is a Kubernetes object (kind ConfigMap), not a"
                        + " cluster.yaml",
                "apiVersion: v1~kind: Secret~---~apiVersion: v1~kind: Secret | line 1: this is a Kubernetes object,"
                        + " not a cluster.yaml",
                "apiVersion: v2~name: fate~version: 1 | line 1: this is the Chart.yaml of a Helm chart, not a"
                        + " cluster.yaml",
                "partyId: 1~modules: {rollsite: {include: true}} | line 2: these are values of the Helm chart (modules"
                        + " is a map), not a cluster.yaml, which has name, namespace, chartName, chartVersion and a list"
                        + " of modules",
                "nodes: [{address: 1.1.1.1}] | line 1: this is a configuration of RKE (it has the key nodes), not a"
                        + " cluster.yaml",
                "version: '3'~services: {a: {image: b}} | line 2: this is a Compose file (it has the key services),"
                        + " not a cluster.yaml",
                "serviceurl: a:80 | line 1: this is the config.yaml of the command line (it has the key serviceurl),"
                        + " not a cluster.yaml",
                "name: a~version: v1.3.0 | line 2: version: of an earlier KubeFATE; write chartName and chartVersion,"
                        + " for example chartName: fate"
            })
    void namesFilesOfAnotherKind(String text, String message) {
        assertThatThrownBy(() -> refuse(text))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chartName: fate~apiVersion: v1~kind: x",
                "chartVersion: v1~modules: {a: b}~version: 1",
                "name: a~namespace: b",
                "modules: [a]"
            })
    void acceptsOthers(String text) {
        refuse(text);
    }

    @Test
    void endsSoonForADeepMap() {
        assertThatThrownBy(() -> refuse("apiVersion: v1~kind: x~a: " + "{a: ".repeat(45) + "1" + "}".repeat(45)))
                .hasMessageContaining("(kind x), not a cluster.yaml");
    }

    private static void refuse(String text) {
        FileKind.refuseOther(new SpecReader().read(text.replace('~', '\n')));
    }
}
