package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestReader;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.manifest.Ownership;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data that a plan deletes although no claim is deleted. */
class DataLossTest {

    private static final Owner OWNER = new Owner("id", "fate", "ns");
    private static final String DATA = "volumes: [{name: data, emptyDir: {}}, {name: logs, emptyDir: {}}]";
    private static final String OTHER_IMAGE = "image: mysql:9";

    @Test
    void aRestartLosesADirectoryOfThePod() {
        assertThat(losses(mysql("image: mysql:8", DATA), mysql(OTHER_IMAGE, DATA)))
                .containsExactly(
                        "Deployment/mysql: its pods restart, and the data in volume data are deleted, because no"
                                + " claim keeps them");
    }

    @Test
    void aChangeOfItsConfigurationIsARestartToo() {
        Manifest before = mysql("image: mysql:8", DATA);

        assertThat(losses(before, before.withPodAnnotation("kubefate.io/configuration", "b")))
                .hasSize(1);
    }

    @Test
    void aRestartThatChangesNothingElseLosesItToo() {
        assertThat(DataLoss.ofRestart(mysql("image: mysql:8", DATA))).isPresent();
        assertThat(DataLoss.ofRestart(mysql("image: mysql:8", volume("persistentVolumeClaim: {claimName: a}"))))
                .isEmpty();
    }

    @Test
    void aRestartLosesTheDirectoryAlsoIfAClaimFollows() {
        assertThat(losses(
                        mysql("image: mysql:8", DATA),
                        mysql("image: mysql:8", volume("persistentVolumeClaim: {claimName: a}"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"emptyDir: {medium: Memory}", "ephemeral: {volumeClaimTemplate: {}}", "csi: {driver: a}"})
    void aVolumeThatEndsWithThePodIsLost(String source) {
        assertThat(losses(mysql("image: mysql:8", volume(source)), mysql(OTHER_IMAGE, volume(source))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "persistentVolumeClaim: {claimName: a}",
                "hostPath: {path: /srv}",
                "nfs: {server: a, path: /}",
                "configMap: {name: a}"
            })
    void aVolumeThatOutlivesThePodIsNotLost(String source) {
        assertThat(losses(mysql("image: mysql:8", volume(source)), mysql(OTHER_IMAGE, volume(source))))
                .isEmpty();
    }

    @Test
    void aVolumeThatThePluginDoesNotNameIsNoData() {
        String scratch = "volumes: [{name: logs, emptyDir: {}}]";

        assertThat(losses(mysql("image: mysql:8", scratch), mysql(OTHER_IMAGE, scratch)))
                .isEmpty();
    }

    @Test
    void aChangeWithoutARestartLosesNothing() {
        Manifest before = mysql("image: mysql:8", DATA);

        assertThat(losses(before, before.withLabel("a", "b"))).isEmpty();
    }

    @Test
    void aWorkloadThatIsRemovedLosesItsData() {
        Manifest before = mysql("image: mysql:8", DATA);

        assertThat(new Planner(OWNER, Set.of(), Mask.of(List.of()))
                        .plan(
                                List.of(),
                                Inventory.NONE.with(List.of(before.ref())),
                                new LiveState(List.of(before), Map.of()))
                        .dataLoss())
                .extracting(DataLoss::pods)
                .containsExactly(DataLoss.Pods.DELETED);
    }

    @Test
    void fewerPodsLoseTheirData() {
        Manifest before = mysql("image: mysql:8", DATA).withSpec("replicas", 3);

        assertThat(losses(before, before.withSpec("replicas", 2))).hasSize(1);
        assertThat(losses(before, before.withSpec("replicas", 4))).isEmpty();
        assertThat(losses(before.withSpec("replicas", 0), before)).isEmpty();
    }

    @Test
    void aWorkloadThatNeverStartedHasNoData() {
        Manifest before = mysql("image: mysql:8", DATA);

        assertThat(losses(status(before, "False", "ReplicaSetUpdated"), mysql(OTHER_IMAGE, DATA)))
                .isEmpty();
        assertThat(losses(status(before, "False", "NewReplicaSetAvailable"), mysql(OTHER_IMAGE, DATA)))
                .hasSize(1);
        assertThat(losses(status(before, "True", "ReplicaSetUpdated"), mysql(OTHER_IMAGE, DATA)))
                .hasSize(1);
    }

    private static List<String> losses(Manifest before, Manifest after) {
        return new Planner(OWNER, Set.of(), Mask.of(List.of()))
                        .plan(
                                List.of(after),
                                Inventory.NONE,
                                new LiveState(List.of(before), Map.of(after.ref(), new DryRunResult.Accepted(after))))
                        .dataLoss()
                        .stream()
                        .map(DataLoss::text)
                        .toList();
    }

    private static String volume(String source) {
        return "volumes: [{name: data, " + source + "}]";
    }

    private static Manifest mysql(String container, String volumes) {
        return new ManifestReader()
                .read("test", """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: mysql, namespace: ns, annotations: {kubefate.io/data-volumes: data}}
                    spec:
                      replicas: 1
                      template:
                        metadata: {}
                        spec: {containers: [{name: mysql, %s}], %s}
                    """.formatted(container, volumes))
                .get(0)
                .withLabel(Ownership.CLUSTER, "id");
    }

    private static Manifest status(Manifest object, String available, String progressing) {
        Map<String, Object> content = new HashMap<>(object.content());
        content.put(
                "status",
                Map.of(
                        "conditions",
                        List.of(
                                Map.of("type", "Available", "status", available),
                                Map.of("type", "Progressing", "status", "True", "reason", progressing))));
        return new Manifest(content);
    }
}
