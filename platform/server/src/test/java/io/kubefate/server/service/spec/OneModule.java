package io.kubefate.server.service.spec;

import io.kubefate.server.EmptyDistribution;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.List;
import java.util.Set;

/** A distribution of one module, whose images come from {@code registry} with the pull secret {@code secret}. */
public final class OneModule implements EmptyDistribution {

    public static final String TEMPLATE = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: python
        spec:
          template:
            spec:
        <#if secret?has_content>
              imagePullSecrets:
                - name: ${secret}
        </#if>
              initContainers:
                - name: wait
                  image: ${registry + "/fate/python:1"}
              containers:
                - name: python
                  image: ${registry + "/fate/python:1"}
                  imagePullPolicy: Always
                - name: more
                  image: ${registry + "/fate/python:2"}
        """;

    /**
     * A ConfigMap with {@code value}, and what reads it, of {@code image}. With {@code volume}, the source of a volume, it has data in
     * it, and a {@code password} for them.
     */
    public static final String CONFIGURED = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          key: ${value}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: python
        <#if volume??>
          annotations:
            kubefate.io/data-volumes: data
            kubefate.io/initial-variables: PASSWORD
            kubefate.io/initial-variables-remedy: change it in the database first
        </#if>
        spec:
          replicas: 1
          selector: {matchLabels: {app: python}}
          template:
            metadata: {labels: {app: python}}
            spec:
              containers:
                - name: python
                  image: ${image!"python:1"}
        <#if volume??>
                  env: [{name: PASSWORD, value: ${password!"none"}}]
        </#if>
              volumes:
                - name: settings
                  configMap: {name: settings}
        <#if volume??>
                - ${json({"name": "data"} + volume)}
        </#if>
        <#if (volume.persistentVolumeClaim)??>
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: ${volume.persistentVolumeClaim.claimName}
        spec: {}
        </#if>
        """;

    @Override
    public Set<ReleaseKey> releases() {
        return Set.of(new ReleaseKey("test", "v1", ""));
    }

    @Override
    public List<ModuleSpec> modules() {
        return List.of(new ModuleSpec("python", "the one", List.of("python.yaml.ftl")));
    }

    @Override
    public List<Problem> validate(ClusterSpec spec) {
        return List.of(Problem.warning("", "doubtful"));
    }

    /** A step of {@code migration}; {@code stepVersion} makes it something else. */
    public static final String MIGRATE = """
        apiVersion: ${stepVersion!"batch/v1"}
        kind: Job
        metadata:
          name: migrate
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: migrate
                  image: ${migration!"migrate:1"}
        """;

    /** A claim, and a step that saves data in it. */
    public static final String SAVE = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: saved
        spec: {}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: save
          annotations: {kubefate.io/restore-argument: restore}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: save
                  image: save:1
                  args: [save]
              volumes:
                - name: saved
                  persistentVolumeClaim: {claimName: saved}
        """;

    /** None for a cluster.yaml that has no {@code host}. */
    @Override
    public List<ClusterCheck> checks(ClusterSpec spec) {
        return spec.text("host").stream()
                .map(host -> ClusterCheck.tcp("python reaches " + host, "python", "python", host, 80, "repair " + host))
                .toList();
    }

    /** From v1 to v2 without steps, from v2 to v3 with one, from v3 to v4 with one that saves data before it. */
    @Override
    public UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return switch (from.chartVersion() + " " + to.chartVersion()) {
            case "v1 v2" -> new UpgradePath.Allowed(List.of());
            case "v2 v3" -> new UpgradePath.Allowed(List.of("migrate.yaml.ftl"));
            case "v3 v4" -> new UpgradePath.Allowed(List.of("save.yaml.ftl", "migrate.yaml.ftl"));
            default -> EmptyDistribution.super.upgrade(from, to);
        };
    }
}
