package io.kubefate.server.service.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.plugin.DistributionSource;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.PluginJarBuilder;
import io.kubefate.server.plugin.PluginLoaders;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.plugin.jar.JarPolicy;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A request is answered by the plugin that it began with, which goes when nobody needs it. */
class PluginReleasesTest {

    /** Where a plugin finds what it is to run once while it checks a cluster.yaml. */
    private static final String MEANWHILE = "demo.meanwhile";

    private static final String CLUSTER = """
        name: demo
        namespace: demo
        chartName: demo
        chartVersion: v1.0.0
        modules: [demo]
        """;

    @TempDir
    private static Path jars;

    private static Path one;
    private static Path two;
    private static Path failing;

    private final PluginHost host = new PluginHost(SpiVersion.CURRENT, SpecValidator::new, JarPolicy.standard());
    private final ExecutorService administrator = Executors.newSingleThreadExecutor();
    private final SpecIntake specs = new SpecIntake(new PluginReleases(host::use));

    @BeforeAll
    static void buildPlugins() {
        String obliging = """
            if (System.getProperties().remove("%s") instanceof Runnable change) {
                change.run();
            }
            return List.of();
            """.formatted(MEANWHILE);
        one = demo("1.0.0", obliging);
        two = demo("2.0.0", obliging);
        failing = demo("3.0.0", "throw new Failure();");
    }

    @AfterEach
    void closeTheHost() {
        System.getProperties().remove(MEANWHILE);
        administrator.shutdown();
        host.close();
    }

    @Test
    void theLatestPluginServes() {
        host.apply(List.of(one));
        specs.check(CLUSTER);

        host.apply(List.of(two));

        assertThat(specs.check(CLUSTER).plugin()).isEqualTo("demo@2.0.0");
        assertThat(rendered()).contains("name: v2.0.0");
    }

    @Test
    void aRequestIsRenderedByThePluginItBeganWith() throws InterruptedException, ExecutionException {
        host.apply(List.of(one));
        applyMeanwhile(two);

        assertThat(rendered()).contains("name: v1.0.0");
        assertThat(rendered()).contains("name: v2.0.0");
    }

    @Test
    void afterTheLastRequestNothingOfThePluginIsInMemory() throws InterruptedException, ExecutionException {
        host.apply(List.of(one));
        WeakReference<ClassLoader> loader = PluginLoaders.of(host.catalog(), "demo");
        applyMeanwhile(two);

        specs.check(CLUSTER);

        assertThat(PluginLoaders.isCollected(loader)).isTrue();
    }

    @Test
    void aPluginThatServesStaysInMemory() {
        host.apply(List.of(one));
        WeakReference<ClassLoader> loader = PluginLoaders.of(host.catalog(), "demo");

        specs.check(CLUSTER);

        assertThat(PluginLoaders.survives(loader)).isTrue();
    }

    @Test
    void aFailureThatWasLoggedKeepsNothingInMemory() {
        host.apply(List.of(failing));
        WeakReference<ClassLoader> loader = PluginLoaders.of(host.catalog(), "demo");

        logFailure();
        host.apply(List.of(one));

        assertThat(PluginLoaders.isCollected(loader)).isTrue();
    }

    @Test
    void aRequestForAnUnknownReleaseKeepsNoPluginOpen() {
        host.apply(List.of(one));
        WeakReference<ClassLoader> loader = PluginLoaders.of(host.catalog(), "demo");

        KubefateException failure =
                catchThrowableOfType(KubefateException.class, () -> specs.check(CLUSTER.replace("v1.0.0", "v9")));
        host.apply(List.of(two));

        assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_RELEASE);
        assertThat(PluginLoaders.isCollected(loader)).isTrue();
    }

    private String rendered() {
        return ManifestWriter.yaml(specs.check(CLUSTER).objects());
    }

    private void logFailure() {
        KubefateException failure = catchThrowableOfType(KubefateException.class, () -> specs.check(CLUSTER));
        assertThat(failure).hasMessage("plugin demo 3.0.0 failed in validate: Failure");
        LoggerFactory.getLogger(PluginReleasesTest.class).error("as the service logs it", failure);
    }

    /** On another thread, as it happens; one that exists, since a new one would remember who made it. */
    private void applyMeanwhile(Path jar) throws InterruptedException, ExecutionException {
        administrator.submit(() -> {}).get();
        Runnable change = () -> {
            try {
                administrator.submit(() -> host.apply(List.of(jar))).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        };
        System.getProperties().put(MEANWHILE, change);
    }

    /** A plugin that renders its version. */
    private static Path demo(String version, String validate) {
        return PluginJarBuilder.plugin("demo", version)
                .distribution(DistributionSource.demo()
                        .member("static class Failure extends RuntimeException {}")
                        .method(
                                "modules",
                                "return List.of(new ModuleSpec(\"demo\", \"\", List.of(\"demo.yaml.ftl\")));")
                        .method("model", "return Map.of(\"version\", \"v%s\");".formatted(version))
                        .method("validate", validate))
                .resource("templates/demo.yaml.ftl", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: ${version}
                    """)
                .build(jars.resolve("demo-" + version + ".jar"));
    }
}
