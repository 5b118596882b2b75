package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes accepts the objects of every variant of the chart. Runs nothing, so it needs no image. */
class ChartObjectsE2e {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Kubectl KUBECTL = Kubectl.ofAllNamespaces();

    /** The fields of the Gateway API and of the Prometheus operator that the chart uses, with the constraints that they have there. */
    private static final List<Kind> KINDS = List.of(
            new Kind("HTTPRoute", "gateway.networking.k8s.io", """
                    type: object
                    properties:
                      parentRefs:
                        type: array
                        items:
                          type: object
                          required: [name]
                          properties: {name: {type: string, minLength: 1}, namespace: {type: string}}
                      hostnames:
                        type: array
                        items: {type: string, pattern: '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'}
                      rules:
                        type: array
                        items:
                          type: object
                          properties:
                            matches:
                              type: array
                              items:
                                type: object
                                properties:
                                  path:
                                    type: object
                                    properties:
                                      type: {type: string, enum: [Exact, PathPrefix, RegularExpression]}
                                      value: {type: string}
                            backendRefs:
                              type: array
                              items:
                                type: object
                                required: [name]
                                properties: {name: {type: string}, port: {type: integer, minimum: 1}}
                    """),
            new Kind("ServiceMonitor", "monitoring.coreos.com", """
                    type: object
                    required: [endpoints, selector]
                    properties:
                      selector:
                        type: object
                        properties: {matchLabels: {type: object, additionalProperties: {type: string}}}
                      endpoints:
                        type: array
                        items:
                          type: object
                          properties: {port: {type: string}, path: {type: string}, interval: {type: string}}
                    """),
            new Kind("PrometheusRule", "monitoring.coreos.com", """
                    type: object
                    properties:
                      groups:
                        type: array
                        items:
                          type: object
                          required: [name]
                          properties:
                            name: {type: string}
                            rules:
                              type: array
                              items:
                                type: object
                                required: [expr]
                                properties:
                                  alert: {type: string}
                                  expr: {x-kubernetes-int-or-string: true}
                                  for: {type: string}
                                  labels: {type: object, additionalProperties: {type: string}}
                                  annotations: {type: object, additionalProperties: {type: string}}
                    """));

    @TempDir
    private static Path folder;

    private static final List<String> CREATED = new ArrayList<>();
    private static String version;

    @BeforeAll
    static void createKinds() {
        assumeTrue(System.getenv("KUBECONFIG") != null, "needs a Kubernetes: set KUBECONFIG");
        String reason = Helm.missing();
        assumeTrue(reason.isEmpty(), reason);
        version = KUBECTL.run("get", "nodes", "-o", "jsonpath={.items[0].status.nodeInfo.kubeletVersion}")
                .out();
        KINDS.stream().filter(kind -> !served(kind.resource())).forEach(kind -> {
            CREATED.add(kind.resource());
            KUBECTL.apply(folder, kind.definition());
            Eventually.holds(kind.resource() + " are served", LIMIT, () -> served(kind.resource()));
        });
    }

    @AfterAll
    static void removeKinds() {
        CREATED.forEach(kind -> KUBECTL.run("delete", "customresourcedefinition", kind));
    }

    @ParameterizedTest
    @MethodSource("io.kubefate.e2e.ChartVariants#all")
    void areAccepted(String settings) throws IOException {
        String objects =
                Helm.render(List.of(), "--namespace=default", "--kube-version=" + version, "--set=" + settings);
        Path file = Files.writeString(folder.resolve("objects.yaml"), objects);

        Command.Result accepted = KUBECTL.run("apply", "--dry-run=server", "-f", file.toString());

        assertThat(accepted.exitCode()).as(accepted + objects).isZero();
        assertThat(accepted.out().lines()).isNotEmpty().allMatch(line -> line.contains("server dry run"));
    }

    private static boolean served(String kind) {
        return KUBECTL.run("get", kind).exitCode() == 0;
    }

    /**
     * A kind of objects.
     *
     * @param spec its OpenAPI schema in YAML
     */
    private record Kind(String name, String group, String spec) {

        String resource() {
            return plural() + "." + group;
        }

        private String plural() {
            return name.toLowerCase(Locale.ROOT) + "s";
        }

        /** Only Kubernetes' own API reviewers may define kinds of its groups without the annotation. */
        String definition() {
            return """
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata:
                      name: %s
                      annotations: {api-approved.kubernetes.io: "unapproved, a part of it for tests"}
                    spec:
                      group: %s
                      scope: Namespaced
                      names: {kind: %s, plural: %s}
                      versions:
                        - name: v1
                          served: true
                          storage: true
                          schema:
                            openAPIV3Schema:
                              type: object
                              properties:
                                spec:
                    %s
                    """.formatted(resource(), group, name, plural(), spec.indent(18));
        }
    }
}
