package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart renders. Needs Helm, but no Kubernetes. */
class ChartTemplateE2e {

    private static final Path MONITORING = Helm.CHART.resolve("monitoring");
    private static final YAMLMapper YAML = new YAMLMapper();

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
    @MethodSource("io.kubefate.e2e.ChartVariants#all")
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
                "metrics.serviceMonitor.enabled=true|/metrics/enabled",
                "metrics.prometheusRule.enabled=true|/metrics/enabled",
                "metrics.dashboard.enabled=true|/metrics/enabled",
                "log.format=xml|/log/format"
            })
    void aWrongValueIsRejectedByName(String settings, String name) {
        Command.Result rejected = Helm.run("template", ".", "--set=" + settings);

        assertThat(rejected.exitCode()).isNotZero();
        assertThat(rejected.err()).contains(name);
    }

    @Test
    void theServiceMayDoNothingThatIsNotListed() {
        assertThat(template("rbac.yaml")).doesNotContain("*", "cluster-admin", "rbac.authorization.k8s.io]");
    }

    @Test
    void theServiceMayCreateAccountsAndRolesOnlyIfThatIsSet() {
        assertThat(template("rbac.yaml")).doesNotContain("serviceaccounts", "podsecuritypolicies");
        assertThat(template("rbac.yaml", "--set=rbac.podSecurityPolicy=true"))
                .contains("resources: [serviceaccounts]", "resources: [roles, rolebindings]")
                .contains("resources: [podsecuritypolicies]\n    verbs: [use]")
                .doesNotContain("escalate", "bind]", "*");
    }

    @Test
    void withoutPermissionsOfTheKubernetesClusterThereIsARolePerNamespace() {
        String rendered = template("rbac.yaml", "--set=rbac.clusterWide=false", "--set=rbac.namespaces={a,b}");

        assertThat(rendered).doesNotContain("ClusterRole").contains("namespace: a", "namespace: b");
        assertThat(template("deployment.yaml", "--set=rbac.clusterWide=false", "--set=rbac.namespaces={a,b}"))
                .contains("{name: KUBEFATE_NAMESPACES, value: \"a,b\"}");
    }

    @Test
    void nothingIsGeneratedIfTheSecretsExist() {
        assertThat(template(
                        "deployment.yaml",
                        "--set=admin.existingSecret=a",
                        "--set=database.mariadb.existingSecret=b",
                        "--set=encryption.existingSecret=c"))
                .doesNotContain("initContainers", "generated");
    }

    @Test
    void theEmbeddedDatabaseKeepsItsOwnKey() {
        assertThat(template("deployment.yaml", "--set=database.type=embedded"))
                .doesNotContain("encryption", "KUBEFATE_ENCRYPTION_KEY_FILE");
    }

    @Test
    void withACertificateEverythingReachesTheServiceByHttps() {
        String[] settings = {"--set=tls.existingSecret=certificate", "--set=ingress.enabled=true"};

        assertThat(template("deployment.yaml", settings))
                .contains("secretName: certificate", "{name: https, containerPort: 8080}")
                .doesNotContain("scheme: HTTP}", "port: http,");
        assertThat(template("service.yaml", settings)).contains("targetPort: https");
        assertThat(template("networkpolicy.yaml", settings)).contains("port: https");
        assertThat(template("ingress.yaml", settings))
                .contains("name: https", "nginx.ingress.kubernetes.io/backend-protocol: HTTPS");
        assertThat(template("tests/ready.yaml", settings)).doesNotContain("http://");
    }

    @Test
    void theAlertsAndTheDashboardAreThoseOfTheFiles() throws IOException {
        JsonNode rule = YAML.readTree(template(
                "prometheusrule.yaml",
                "--set=metrics.enabled=true",
                "--set=metrics.prometheusRule.enabled=true",
                "--set=metrics.prometheusRule.labels.release=prometheus"));
        JsonNode dashboard = YAML.readTree(
                template("dashboard.yaml", "--set=metrics.enabled=true", "--set=metrics.dashboard.enabled=true"));

        assertThat(rule.at("/spec"))
                .isEqualTo(YAML.readTree(MONITORING.resolve("alerts.yaml").toFile()));
        assertThat(rule.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(YAML.readTree(dashboard.at("/data/kubefate.json").asText()))
                .isEqualTo(YAML.readTree(MONITORING.resolve("dashboard.json").toFile()));
        assertThat(dashboard.at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
    }

    @Test
    void thePodOfTheTestReachesARestrictedService() throws IOException {
        JsonNode peers = YAML.readTree(template(
                        "networkpolicy.yaml",
                        "--set=database.type=embedded,networkPolicy.from[0].ipBlock.cidr=10.0.0.0/8"))
                .at("/spec/ingress/0/from");
        JsonNode pod = YAML.readTree(template("tests/ready.yaml"));

        assertThat(peers).hasSize(2);
        peers.at("/1/podSelector/matchLabels")
                .properties()
                .forEach(label -> assertThat(pod.at("/metadata/labels").get(label.getKey()))
                        .isEqualTo(label.getValue()));
    }

    @Test
    void theCommandLineLogsInWithTheClientOfTheSettings() {
        String issuer = "--set=oidc.issuer=https://id.kubefate.net";

        assertThat(template("deployment.yaml", issuer, "--set=oidc.clientId=command-line"))
                .contains("{name: KUBEFATE_OIDC_CLIENT_ID, value: \"command-line\"}");
        assertThat(template("deployment.yaml", issuer)).contains("{name: KUBEFATE_OIDC_CLIENT_ID, value: \"\"}");
        assertThat(template("deployment.yaml", "--set=oidc.clientId=command-line"))
                .doesNotContain("KUBEFATE_OIDC");
    }

    @Test
    void theIssuerSendsBrowsersBackToTheIngress() {
        String issuer = "--set=oidc.issuer=https://id.kubefate.net";
        String ingress = "--set=ingress.enabled=true,ingress.host=kubefate.net,ingress.tlsSecret=tls";

        assertThat(template("deployment.yaml", issuer, ingress))
                .contains("{name: KUBEFATE_OIDC_SERVICE_URL, value: \"https://kubefate.net\"}");
        assertThat(template("deployment.yaml", issuer, ingress, "--set=oidc.serviceUrl=https://fate.example.com"))
                .contains("{name: KUBEFATE_OIDC_SERVICE_URL, value: \"https://fate.example.com\"}");
        assertThat(template("deployment.yaml", issuer)).contains("{name: KUBEFATE_OIDC_SERVICE_URL, value: \"\"}");
    }

    private static String template(String file, String... settings) {
        return Helm.render(List.of(file), settings);
    }
}
