package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart renders. Needs Helm, but no Kubernetes. */
class ChartTemplateE2e {

    @BeforeAll
    static void findHelm() {
        String reason = Helm.missing();
        assumeTrue(reason.isEmpty(), reason);
    }

    @Test
    void theManifestsAreWhatTheChartRenders(@TempDir Path folder) throws IOException {
        Command.Result rendered = Command.run(
                Map.of(), Helm.CHART, List.of(Helm.CHART.resolve("render").toString(), folder.toString()));

        assertThat(rendered.exitCode()).as(rendered.toString()).isZero();
        for (String manifest : List.of("rbac-config.yaml", "kubefate.yaml")) {
            assertThat(Helm.CHART.resolveSibling(manifest))
                    .as("run deploy/chart/render")
                    .hasSameTextualContentAs(folder.resolve(manifest));
        }
    }

    @Test
    void theManifestsHaveNoPublishedSecretButTheSamplePassword() throws IOException {
        String manifests = Files.readString(Helm.CHART.resolveSibling("rbac-config.yaml"))
                + Files.readString(Helm.CHART.resolveSibling("kubefate.yaml"));

        assertThat(manifests.lines().filter(line -> line.matches("(?i).*(password|key): *\"?\\w+\"? *")))
                .containsExactly("  kubefatePassword: \"admin\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "database.type=embedded",
                "database.type=external,database.external.host=db,database.external.existingSecret=db",
                "rbac.clusterWide=false,rbac.namespaces={fate-9999,fate-10000}",
                "replicaCount=3,metrics.enabled=true,metrics.serviceMonitor.enabled=true",
                "ingress.enabled=true,ingress.className=nginx,ingress.tlsSecret=kubefate-tls",
                "httpRoute.enabled=true,httpRoute.parentRefs[0].name=public",
                "admin.existingSecret=admin,jwt.existingSecret=jwt,oidc.issuer=https://id.kubefate.net",
                "image.registry=registry.example.com,imagePullSecrets[0].name=pull,trustedProxies={10.0.0.0/8}",
                "extraPlugins[0].file=a.jar,extraPlugins[0].volume.configMap.name=a"
            })
    void everyVariantIsLintedStrictly(String settings) {
        Command.Result linted = Helm.run("lint", ".", "--strict", "--set=" + settings);

        assertThat(linted.exitCode()).as(linted.toString()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicas=2|replicas",
                "database.type=oracle|/database/type",
                "database.type=embedded,replicaCount=2|/replicaCount",
                "database.type=external|/database/external",
                "rbac.clusterWide=false|/rbac/namespaces",
                "rbac.namespaces={a}|/rbac/namespaces",
                "httpRoute.enabled=true|/httpRoute/parentRefs",
                "log.format=xml|/log/format"
            })
    void aWrongValueIsRejectedByName(String settings, String name) {
        Command.Result rejected = Helm.run("template", ".", "--set=" + settings);

        assertThat(rejected.exitCode()).isNotZero();
        assertThat(rejected.err()).contains(name);
    }

    @Test
    void theServiceMayDoNothingThatIsNotListed() {
        assertThat(template("templates/rbac.yaml")).doesNotContain("*", "cluster-admin", "rbac.authorization.k8s.io]");
    }

    @Test
    void withoutPermissionsOfTheKubernetesClusterThereIsARolePerNamespace() {
        String rendered =
                template("templates/rbac.yaml", "--set=rbac.clusterWide=false", "--set=rbac.namespaces={a,b}");

        assertThat(rendered).doesNotContain("ClusterRole").contains("namespace: a", "namespace: b");
        assertThat(template("templates/deployment.yaml", "--set=rbac.clusterWide=false", "--set=rbac.namespaces={a,b}"))
                .contains("{name: KUBEFATE_NAMESPACES, value: \"a,b\"}");
    }

    @Test
    void nothingIsGeneratedIfTheSecretsExist() {
        assertThat(template(
                        "templates/deployment.yaml",
                        "--set=admin.existingSecret=a",
                        "--set=database.mariadb.existingSecret=b"))
                .doesNotContain("initContainers", "generated");
    }

    private static String template(String file, String... settings) {
        List<String> words = new ArrayList<>(List.of("template", "kubefate", ".", "--show-only=" + file));
        words.addAll(List.of(settings));
        Command.Result rendered = Helm.run(words.toArray(String[]::new));
        assertThat(rendered.exitCode()).as(rendered.toString()).isZero();
        return rendered.out();
    }
}
