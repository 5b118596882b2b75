package io.kubefate.planning.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterImagesTest {

    private final ManifestReader reader = new ManifestReader();

    @ParameterizedTest
    @ValueSource(strings = {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job"})
    void findsTheContainersOfWhateverHasAPodTemplate(String kind) {
        ClusterImages images = images("""
                kind: %s
                metadata: {name: python, labels: {kubefate.io/module: python}}
                spec:
                  template:
                    spec:
                      initContainers: [{name: wait, image: "busybox:1", imagePullPolicy: Never}]
                      containers: [{name: main, image: "fate/python:1", imagePullPolicy: Always}]
                """.formatted(kind));

        assertThat(images.uses())
                .containsExactly(
                        new ImageUse("busybox:1", "python", kind + "/python", "wait", true, "Never"),
                        new ImageUse("fate/python:1", "python", kind + "/python", "main", false, "Always"));
    }

    @Test
    void findsThoseOfPodsAndCronJobs() {
        ClusterImages images = images("""
                kind: Pod
                metadata: {name: once}
                spec: {containers: [{name: a, image: "a:1"}]}
                ---
                kind: CronJob
                metadata: {name: nightly}
                spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: b, image: "b:1"}]}}}}}
                """);

        assertThat(images.uses()).extracting(ImageUse::workload).containsExactly("Pod/once", "CronJob/nightly");
        assertThat(images.uses()).extracting(ImageUse::module).containsOnly("");
    }

    @Test
    void ignoresObjectsWithoutPods() {
        ClusterImages images = images("""
                kind: ConfigMap
                metadata: {name: a}
                data: {image: "x:1"}
                ---
                kind: Service
                metadata: {name: a}
                spec: {ports: [{port: 80}]}
                """);

        assertThat(images).isEqualTo(new ClusterImages(List.of(), Set.of(), Set.of()));
    }

    @Test
    void namesEveryImageOnce() {
        ClusterImages images = images("""
                kind: Deployment
                metadata: {name: a}
                spec:
                  template: {spec: {containers: [{name: b, image: "z:1"}, {name: c, image: "a:1"}, {name: d, image: "z:1"}]}}
                """);

        assertThat(images.names()).containsExactly("a:1", "z:1");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql, Always",
        "mysql:latest, Always",
        "mysql:8, IfNotPresent",
        "localhost:5000/mysql, Always",
        "localhost:5000/mysql:8, IfNotPresent",
        "mysql@sha256:0, IfNotPresent"
    })
    void aPullPolicyThatIsNotGivenIsKubernetesOwn(String image, String policy) {
        ClusterImages images = images("""
                kind: Pod
                metadata: {name: once}
                spec: {containers: [{name: a, image: "%s"}]}
                """.formatted(image));

        assertThat(images.uses()).extracting(ImageUse::pullPolicy).containsExactly(policy);
    }

    @Test
    void tellsTheLoginsThatPodsNameAndTheAccountsOfThoseThatNameNone() {
        ClusterImages images = images("""
                kind: Pod
                metadata: {name: a}
                spec: {containers: [{name: a, image: a}], imagePullSecrets: [{name: regcred}, {name: more}]}
                ---
                kind: Pod
                metadata: {name: b}
                spec: {containers: [{name: a, image: a}]}
                ---
                kind: Pod
                metadata: {name: c}
                spec: {containers: [{name: a, image: a}], serviceAccountName: fate}
                """);

        assertThat(images.pullSecrets()).containsExactly("more", "regcred");
        assertThat(images.serviceAccounts()).containsExactly("default", "fate");
    }

    private ClusterImages images(String yaml) {
        List<Manifest> objects = reader.read("test", yaml);
        return ClusterImages.of(objects);
    }
}
