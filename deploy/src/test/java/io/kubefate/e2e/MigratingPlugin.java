package io.kubefate.e2e;

import java.nio.file.Path;
import java.util.Map;

/**
 * Builds a plugin for one version of a chart of a test, whose upgrade from v9.1.0 has a migration as its first step. Its
 * module is {@code demo}, and its check needs a container of the same name that listens on port 8080.
 */
final class MigratingPlugin {

    private static final String SOURCE = """
            package demo;

            import io.kubefate.spi.*;
            import java.util.*;

            @org.pf4j.Extension
            public class Demo implements FateDistribution {
                public Set<ReleaseKey> releases() {
                    return Set.of(new ReleaseKey("%1$s", "%2$s", "eggroll"), new ReleaseKey("%1$s", "%2$s", "spark"));
                }
                public List<ModuleSpec> modules() {
                    return List.of(new ModuleSpec("demo", "A module", List.of("demo.yaml.ftl")));
                }
                public String schema() { return "{}"; }
                public String example() { return "name: demo"; }
                public List<Problem> validate(ClusterSpec spec) { return List.of(); }
                public Map<String, Object> model(ClusterSpec spec) {
                    return Map.of("release", "%2$s", "password", spec.text("password").orElse(""));
                }
                public List<ClusterCheck> checks(ClusterSpec spec) {
                    return List.of(ClusterCheck.tcp("port", "demo", "demo", "localhost", 8080, "none"));
                }
                public UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
                    return from.chartVersion().equals("v9.1.0")
                            ? new UpgradePath.Allowed(List.of("migrate.yaml.ftl"))
                            : FateDistribution.super.upgrade(from, to);
                }
            }
            """;

    /** The ConfigMap {@code migration}, if there is one, says which file ends it, and with which exit code. */
    private static final String STEP = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate}
            spec:
              backoffLimit: 0
              template:
                metadata: {labels: {app: migrate}}
                spec:
                  restartPolicy: Never
                  terminationGracePeriodSeconds: 1
                  containers:
                    - name: migrate
                      image: federatedai/fate-test:1.5.0-release
                      command:
                        - sh
                        - -c
                        - |
                          echo "migrating to $RELEASE in $HOSTNAME with password=$PASSWORD"
                          until [ -z "$UNTIL" ] || [ -e "$UNTIL" ]; do sleep 1; done
                          echo "ends with $CODE"
                          exit $CODE
                      env: [{name: RELEASE, value: ${release}}, {name: PASSWORD, value: ${password}}]
                      envFrom: [{configMapRef: {name: migration, optional: true}}]
            """;

    private MigratingPlugin() {}

    /**
     * Builds a plugin that serves {@code <chart> <version>}.
     *
     * @param folder where
     * @param id its id
     * @param module the template of its only module; {@code ${release}} is the version
     * @return the jar
     */
    static Path build(Path folder, String id, String chart, String version, String module) {
        Map<String, String> templates = Map.of("demo.yaml.ftl", module, "migrate.yaml.ftl", STEP);
        return PluginJar.build(folder, id, "1.0.0", SOURCE.formatted(chart, version), templates);
    }
}
