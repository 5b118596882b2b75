package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.KubefateException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins are added, removed and upgraded at run time. */
class PluginExchangeTest {

    @TempDir
    private static Path jars;

    private static Path one;
    private static Path two;
    private static Path neighbour;
    private static Path base1;
    private static Path base2;
    private static Path dependent;

    private final PluginHost host = PluginsDirectory.host();

    @BeforeAll
    static void buildPlugins() {
        one = demo("1.0.0", "v1.0.0");
        two = demo("2.0.0", "v1.0.0");
        neighbour = PluginsDirectory.neighbour().build(jars.resolve("neighbour.jar"));
        base1 = base("1.0.0", "hello");
        base2 = base("2.0.0", "good day");
        dependent = PluginJarBuilder.plugin("dependent", "1.0.0")
                .manifest("Plugin-Dependencies", "base@>=1.0.0 & <3.0.0")
                .manifest("Plugin-Class", "dependent.Lifecycle")
                .distribution(DistributionSource.serving("dependent.Dependent", "dependent", "v1", "")
                        .method("model", "return Map.of(\"says\", new base.Greeting().text);"))
                .source("dependent.Lifecycle", lifecycle("dependent"))
                .compileWith(base1)
                .build(jars.resolve("dependent.jar"));
    }

    @AfterEach
    void closeTheHost() {
        host.close();
    }

    @Test
    void aNewJarIsLoadedBesideWhatRuns() {
        LoadedPlugin before = host.apply(List.of(one)).loaded().get(0);

        PluginCatalog after = host.apply(List.of(one, neighbour));

        assertThat(after.loaded()).extracting(LoadedPlugin::id).containsExactly("demo", "neighbour");
        assertThat(after.loaded().get(0)).isSameAs(before);
    }

    @Test
    void aJarThatIsNoLongerListedLeavesTheCatalog() {
        host.apply(List.of(one, neighbour));

        assertThat(host.apply(List.of(neighbour)).loaded())
                .extracting(LoadedPlugin::id)
                .containsExactly("neighbour");
    }

    @Test
    void anotherVersionTakesThePlaceOfTheOld() {
        host.apply(List.of(one));

        host.apply(List.of(two));

        assertThat(host.catalog().loaded()).extracting(LoadedPlugin::version).containsExactly("2.0.0");
        assertThat(says(host.catalog(), "demo")).isEqualTo("2.0.0");
    }

    @Test
    void twoJarsServeTwoVersionsOfOneChart() {
        Path next = PluginJarBuilder.plugin("demo-next", "1.0.0")
                .distribution(DistributionSource.serving("demo.DemoDistribution", "demo", "v1.1.0", "eggroll")
                        .method("model", "return Map.of(\"says\", \"next\");"))
                .build(jars.resolve("next.jar"));

        PluginCatalog catalog = host.apply(List.of(one, next));

        assertThat(catalog.resolve("demo", "v1.0.0", Optional.empty()).model(PluginsDirectory.emptySpec()))
                .containsEntry("says", "1.0.0");
        assertThat(catalog.resolve("demo", "v1.1.0", Optional.empty()).model(PluginsDirectory.emptySpec()))
                .containsEntry("says", "next");
    }

    @Test
    void theOrderDecidesWhichOfTwoWinsAndNotWhichCameFirst() {
        host.apply(List.of(two));

        PluginCatalog catalog = host.apply(List.of(one, two));

        assertThat(catalog.loaded()).extracting(LoadedPlugin::file).containsExactly(one);
        assertThat(catalog.rejected()).extracting(RejectedPlugin::file).containsExactly(two);
    }

    @Test
    void aJarNamedTwiceIsLoadedOnce() {
        PluginCatalog catalog = host.apply(List.of(one, one));

        assertThat(catalog.loaded()).hasSize(1);
        assertThat(catalog.rejected()).isEmpty();
    }

    @Test
    void aJarThatCannotBeReadIsTriedAgain() {
        Path later = jars.resolve("later.jar");
        assertThat(host.apply(List.of(later)).rejected()).hasSize(1);

        PluginsDirectory.neighbour().build(later);

        assertThat(host.apply(List.of(later)).loaded()).hasSize(1);
    }

    @Test
    void aPluginInUseAnswersAfterItWasUpgraded() {
        host.apply(List.of(one));
        try (CatalogUse use = host.use()) {
            host.apply(List.of(two));

            assertThat(says(use.catalog(), "demo")).isEqualTo("1.0.0");
            assertThat(says(host.catalog(), "demo")).isEqualTo("2.0.0");
        }
    }

    @Test
    void aPluginInUseAnswersAfterTheHostWasClosed() {
        host.apply(List.of(one));
        try (CatalogUse use = host.use()) {
            host.close();

            assertThat(says(use.catalog(), "demo")).isEqualTo("1.0.0");
        }
    }

    @Test
    void theLastUseUnloadsWhatIsNoLongerInTheCatalog() {
        host.apply(List.of(one));
        CatalogUse first = host.use();
        CatalogUse second = host.use();
        host.apply(List.of(two));

        first.close();
        first.close();
        assertThat(says(second.catalog(), "demo")).isEqualTo("1.0.0");
        second.close();

        assertThatThrownBy(() -> says(second.catalog(), "demo"))
                .isInstanceOf(KubefateException.class)
                .hasMessage("plugin demo 1.0.0 failed in model: it has been unloaded");
    }

    @Test
    void theEndOfAUseUnloadsNothingThatIsStillInTheCatalog() {
        host.apply(List.of(one));
        CatalogUse use = host.use();
        host.apply(List.of(one, neighbour));

        use.close();

        assertThat(says(host.catalog(), "demo")).isEqualTo("1.0.0");
    }

    @Test
    void aDependentIsOpenedAnewWhenItsDependencyIsUpgraded() {
        host.apply(List.of(dependent, base1));
        try (CatalogUse use = host.use()) {
            host.apply(List.of(dependent, base2));

            assertThat(says(host.catalog(), "dependent")).isEqualTo("good day");
            assertThat(says(use.catalog(), "dependent")).isEqualTo("hello");
        }
    }

    @Test
    void nothingStaysOfADependentThatWasOpenedAnew() {
        PluginCatalog before = host.apply(List.of(dependent, base1));
        List<WeakReference<ClassLoader>> loaders =
                List.of(PluginLoaders.of(before, "dependent"), PluginLoaders.of(before, "base"));

        host.apply(List.of(dependent, base2));

        assertThat(PluginLoaders.areCollected(loaders)).isTrue();
    }

    @Test
    void aDependentIsStoppedBeforeItsDependency() {
        host.apply(List.of(base1, dependent));
        System.clearProperty("stopped");

        host.apply(List.of());

        assertThat(System.clearProperty("stopped")).isEqualTo(" dependent base");
    }

    @Test
    void aDependentGoesWithItsDependencyAndComesBackWithIt() {
        host.apply(List.of(base1, dependent));

        PluginCatalog without = host.apply(List.of(dependent));
        assertThat(without.loaded()).isEmpty();
        assertThat(without.rejected())
                .extracting(RejectedPlugin::reason)
                .containsExactly("it needs base >=1.0.0 & <3.0.0, which is not loaded");

        assertThat(host.apply(List.of(dependent, base1)).loaded()).hasSize(2);
    }

    @Test
    void requestsSucceedWhilePluginsAreExchanged() throws InterruptedException, ExecutionException {
        host.apply(List.of(one));
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Future<?>> work = new ArrayList<>();
            IntStream.range(0, 4).forEach(thread -> work.add(threads.submit(() -> request(500))));
            work.add(threads.submit(() -> exchange(20)));
            for (Future<?> done : work) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void request(int times) {
        for (int time = 0; time < times; time++) {
            try (CatalogUse use = host.use()) {
                String version = use.catalog().loaded().get(0).version();
                assertThat(says(use.catalog(), "demo")).isEqualTo(version);
            }
        }
    }

    private void exchange(int times) {
        for (int time = 0; time < times; time++) {
            host.apply(List.of(two));
            host.apply(List.of(one));
        }
    }

    private static String says(PluginCatalog catalog, String chartName) {
        String version = chartName.equals("demo") ? "v1.0.0" : "v1";
        return (String) catalog.resolve(chartName, version, Optional.empty())
                .model(PluginsDirectory.emptySpec())
                .get("says");
    }

    private static Path demo(String version, String chartVersion) {
        return PluginJarBuilder.plugin("demo", version)
                .distribution(DistributionSource.serving("demo.DemoDistribution", "demo", chartVersion, "eggroll")
                        .method("model", "return Map.of(\"says\", \"" + version + "\");"))
                .build(jars.resolve("demo-" + version + ".jar"));
    }

    private static Path base(String version, String text) {
        return PluginJarBuilder.plugin("base", version)
                .manifest("Plugin-Class", "base.Lifecycle")
                .distribution(DistributionSource.serving("base.Base", "base", "v1", ""))
                .source(
                        "base.Greeting",
                        "package base; public class Greeting { public String text = \"" + text + "\"; }")
                .source("base.Lifecycle", lifecycle("base"))
                .build(jars.resolve("base-" + version + ".jar"));
    }

    private static String lifecycle(String name) {
        return """
            package %1$s;
            public class Lifecycle extends org.pf4j.Plugin {
                @Override public void stop() {
                    System.setProperty("stopped", System.getProperty("stopped", "") + " %1$s");
                }
            }
            """.formatted(name);
    }
}
