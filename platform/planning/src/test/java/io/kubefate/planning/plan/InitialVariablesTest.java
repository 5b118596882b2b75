package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestReader;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.manifest.Ownership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Settings that a database reads only while its volume is empty. */
class InitialVariablesTest {

    private static final Owner OWNER = new Owner("id", "fate", "ns");
    private static final String CLAIM = "persistentVolumeClaim: {claimName: data}";

    private final List<Manifest> live = new ArrayList<>();
    private final List<Manifest> earlier = new ArrayList<>();

    @Test
    void aChangedPasswordDoesNotReachTheDataInAClaim() {
        live.addAll(List.of(claim("Bound"), mysql("old", CLAIM)));

        assertThat(warnings(mysql("new", CLAIM)))
                .containsExactly("Deployment/mysql: PASSWORD changes, but the data in claim data keep the old value;"
                        + " alter the user first");
    }

    @Test
    void theSamePasswordNeedsNoWarning() {
        live.addAll(List.of(claim("Bound"), mysql("old", CLAIM)));

        assertThat(warnings(mysql("old", CLAIM))).isEmpty();
    }

    @Test
    void aDirectoryOfThePodIsInitializedAgain() {
        live.add(mysql("old", "emptyDir: {}"));

        assertThat(warnings(mysql("new", "emptyDir: {}"))).isEmpty();
    }

    @Test
    void aClaimWithoutAVolumeHasNoData() {
        live.addAll(List.of(claim("Pending"), mysql("old", CLAIM)));

        assertThat(warnings(mysql("new", CLAIM))).isEmpty();
    }

    @Test
    void aClaimOfAnEarlierClusterKeepsItsPassword() {
        live.add(claim("Bound"));
        earlier.add(mysql("old", CLAIM));

        assertThat(warnings(mysql("new", CLAIM))).singleElement().asString().contains("PASSWORD changes");
        assertThat(warnings(mysql("old", CLAIM))).isEmpty();
    }

    @Test
    void aClaimOfUnknownOriginMayHaveAnotherPassword() {
        live.add(claim("Bound"));

        assertThat(warnings(mysql("new", CLAIM)))
                .containsExactly("Deployment/mysql: claim data has data of an earlier cluster, which keep the USER,"
                        + " PASSWORD of that time. If they differ, alter the user first");
    }

    @Test
    void aClaimThatAnEarlierStatefulSetMadeKeepsItsPassword() {
        live.add(claim("Bound").withMetadata("name", "data-mysql-0"));
        earlier.add(mysqlWithClaimTemplate("old"));

        assertThat(warnings(mysqlWithClaimTemplate("new")))
                .containsExactly("StatefulSet/mysql: PASSWORD changes, but the data in claim data-mysql-0 keep the old"
                        + " value; alter the user first");
    }

    private List<String> warnings(Manifest wanted) {
        return new Planner(OWNER, Set.of(), Mask.of(List.of()), earlier)
                .plan(
                        List.of(wanted),
                        Inventory.NONE,
                        new LiveState(live, Map.of(wanted.ref(), new DryRunResult.Accepted(wanted))))
                .warnings();
    }

    private static Manifest mysql(String password, String volume) {
        return object("""
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: mysql
              namespace: ns
              annotations:
                kubefate.io/data-volumes: data
                kubefate.io/initial-variables: USER,PASSWORD
                kubefate.io/initial-variables-remedy: alter the user first
            spec:
              template:
                spec:
                  containers: [{name: mysql, env: [{name: USER, value: fate}, {name: PASSWORD, value: %s}]}]
                  volumes: [{name: data, %s}]
            """.formatted(password, volume));
    }

    private static Manifest mysqlWithClaimTemplate(String password) {
        Map<String, Object> content = new HashMap<>(mysql(password, "").content());
        content.put("kind", "StatefulSet");
        return new Manifest(content)
                .withSpec("volumeClaimTemplates", List.of(Map.of("metadata", Map.of("name", "data"))));
    }

    private static Manifest claim(String phase) {
        Map<String, Object> content = new HashMap<>(
                object("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: ns}}")
                        .content());
        content.put("status", Map.of("phase", phase));
        return new Manifest(content);
    }

    private static Manifest object(String yaml) {
        return new ManifestReader().read("test", yaml).get(0).withLabel(Ownership.CLUSTER, "id");
    }
}
