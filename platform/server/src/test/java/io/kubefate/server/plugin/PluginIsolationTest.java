package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.spi.ClusterSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which classes and resources the code of a plugin can access. */
class PluginIsolationTest {

    private static final DistributionSource PROBE = DistributionSource.serving("demo.Probe", "probe", "v1", "")
            .member("""
                private boolean seesClass(String name) {
                    try {
                        Class.forName(name);
                        return true;
                    } catch (ClassNotFoundException e) {
                        return false;
                    }
                }
                private String resource(String name) {
                    try (var stream = getClass().getClassLoader().getResourceAsStream(name)) {
                        return stream == null ? "" : new String(stream.readAllBytes());
                    } catch (java.io.IOException e) {
                        return e.toString();
                    }
                }
                private int count(String name) {
                    try {
                        return Collections.list(getClass().getClassLoader().getResources(name)).size();
                    } catch (java.io.IOException e) {
                        return -1;
                    }
                }
                """)
            .method("model", """
                String name = spec.text("name").get();
                return Map.of(
                    "class", seesClass(name),
                    "resource", resource(name),
                    "resources", count(name),
                    "drivers", ServiceLoader.load(java.sql.Driver.class, getClass().getClassLoader()).stream().count());
                """);

    @TempDir
    private Path directory;

    private PluginHost host;

    @BeforeEach
    void prepareHost() {
        host = PluginsDirectory.host();
    }

    @AfterEach
    void closeHost() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.fasterxml.jackson.databind.ObjectMapper",
                "io.fabric8.kubernetes.client.KubernetesClient",
                "io.dropwizard.core.Application",
                "io.kubefate.api.Cluster",
                "io.kubefate.server.plugin.PluginHost",
                "io.kubefate.planning.error.KubefateException",
                "ch.qos.logback.classic.Logger"
            })
    void hostClassesAreHidden(String name) throws ClassNotFoundException {
        assertThat(Class.forName(name)).isNotNull();

        assertThat(probe(name)).containsEntry("class", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.List",
                "java.sql.Connection",
                "io.kubefate.spi.ClusterSpec",
                "org.pf4j.Extension",
                "org.pf4j.util.StringUtils",
                "org.slf4j.LoggerFactory",
                "org.slf4j.event.Level",
                "demo.Probe"
            })
    void theJdkTheSharedPackagesAndItsOwnClassesAreSeen(String name) {
        assertThat(probe(name)).containsEntry("class", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/services/java.sql.Driver",
                "META-INF/maven/org.pf4j/pf4j/pom.xml",
                "io/kubefate/server/plugin/PluginHost.class"
            })
    void hostResourcesAreHidden(String name) {
        assertThat(getClass().getClassLoader().getResource(name)).isNotNull();

        assertThat(probe(name)).containsEntry("resource", "").containsEntry("resources", 0);
    }

    @Test
    void hostServicesAreHidden() {
        assertThat(probe("any")).containsEntry("drivers", 0L);
    }

    @Test
    void ownResourcesAreSeen() {
        assertThat(probe("own.txt")).containsEntry("resource", "mine").containsEntry("resources", 1);
    }

    @Test
    void sharedClassesComeFromTheHostEvenIfThePluginBundlesThem() {
        PluginsDirectory.demo()
                .source(
                        "io.kubefate.spi.Problem",
                        "package io.kubefate.spi; public class Problem { "
                                + "public static final String BUNDLED = \"\"; }")
                .build(directory.resolve("demo.jar"));

        LoadedDistribution distribution =
                PluginsDirectory.load(host, directory).resolve("demo", "v1.0.0", Optional.empty());

        assertThat(distribution.validate(PluginsDirectory.emptySpec())).isEmpty();
    }

    @Test
    void classesOfEqualNameStayApart() {
        twins();

        assertThat(model("one")).containsEntry("library", "library of one");
        assertThat(model("two")).containsEntry("library", "library of two");
    }

    @Test
    void resourcesOfEqualNameStayApart() {
        twins();

        assertThat(model("one")).containsEntry("resource", "resource of one");
        assertThat(model("two")).containsEntry("resource", "resource of two");
    }

    @Test
    void templatesOfEqualNameStayApart() {
        twins();

        assertThat(resolve("one").template("same.ftl")).contains("template of one");
        assertThat(resolve("two").template("same.ftl")).contains("template of two");
    }

    @Test
    void aTemplateIsNeverTakenFromOutsideTheJarsTemplates() {
        PluginsDirectory.demo()
                .resource("secret.txt", "secret")
                .resource("templates/a.ftl", "text")
                .build(directory.resolve("demo.jar"));
        LoadedDistribution distribution =
                PluginsDirectory.load(host, directory).resolve("demo", "v1.0.0", Optional.empty());

        assertThat(List.of("../secret.txt", "/secret.txt", "secret.txt", "/etc/hostname", ""))
                .allSatisfy(name -> assertThat(distribution.template(name)).isEmpty());
    }

    @Test
    void theContextClassLoaderIsLeftAlone() {
        var asking = DistributionSource.demo()
                .method(
                        "model",
                        "return Map.of(\"loader\","
                                + " System.identityHashCode(Thread.currentThread().getContextClassLoader()));");
        PluginsDirectory.demo(asking).build(directory.resolve("demo.jar"));
        LoadedDistribution distribution =
                PluginsDirectory.load(host, directory).resolve("demo", "v1.0.0", Optional.empty());

        int ours = System.identityHashCode(Thread.currentThread().getContextClassLoader());

        assertThat(distribution.model(PluginsDirectory.emptySpec())).containsEntry("loader", ours);
    }

    private void twins() {
        twin("one");
        twin("two");
        PluginsDirectory.load(host, directory);
    }

    private void twin(String id) {
        var distribution =
                DistributionSource.serving("same.Distribution", id, "v1", "").method("model", """
                    try (var stream = getClass().getResourceAsStream("/same.txt")) {
                        return Map.of("library", same.Library.NAME.get(),
                            "resource", new String(stream.readAllBytes()));
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    """);
        PluginJarBuilder.plugin(id, "1.0.0")
                .distribution(distribution)
                .source("same.Library", """
                    package same;
                    public class Library {
                        static final java.util.function.Supplier<String> NAME = () -> "library of %s";
                    }
                    """.formatted(id))
                .resource("same.txt", "resource of " + id)
                .resource("templates/same.ftl", "template of " + id)
                .build(directory.resolve(id + ".jar"));
    }

    private LoadedDistribution resolve(String chartName) {
        return host.catalog().resolve(chartName, "v1", Optional.empty());
    }

    private Map<String, Object> model(String chartName) {
        return resolve(chartName).model(PluginsDirectory.emptySpec());
    }

    private Map<String, Object> probe(String name) {
        PluginJarBuilder.plugin("probe", "1.0.0")
                .distribution(PROBE)
                .resource("own.txt", "mine")
                .build(directory.resolve("probe.jar"));
        PluginsDirectory.load(host, directory);
        return resolve("probe").model(new ClusterSpec(Map.of("name", name)));
    }
}
