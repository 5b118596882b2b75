package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.spi.ReleaseKey;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginHostTest {

    @TempDir
    private Path directory;

    @Test
    void loadsWhatAPluginDeclares() {
        Path jar = PluginsDirectory.demo()
                .manifest("Plugin-Provider", "An author")
                .manifest("Plugin-Description", "For tests")
                .build(directory.resolve("demo.jar"));

        try (PluginHost host = PluginsDirectory.host()) {
            assertThat(PluginsDirectory.load(host, directory).loaded())
                    .singleElement()
                    .satisfies(plugin -> {
                        assertThat(plugin.id()).isEqualTo("demo");
                        assertThat(plugin.version()).isEqualTo("1.2.3");
                        assertThat(plugin.provider()).isEqualTo("An author");
                        assertThat(plugin.description()).isEqualTo("For tests");
                        assertThat(plugin.file()).isEqualTo(jar);
                        assertThat(plugin.releases())
                                .extracting(Release::key)
                                .containsExactly(new ReleaseKey("demo", "v1.0.0", "eggroll"));
                    });
        }
    }

    @Test
    void keepsOneDistributionForAllCalls() {
        var counting = DistributionSource.demo()
                .member("private final long created = System.nanoTime();")
                .method("model", "return Map.of(\"created\", created);");
        PluginsDirectory.demo(counting).build(directory.resolve("demo.jar"));

        try (PluginHost host = PluginsDirectory.host()) {
            LoadedDistribution first =
                    PluginsDirectory.load(host, directory).resolve("demo", "v1.0.0", Optional.empty());
            LoadedDistribution second = host.catalog().resolve("demo", "v1.0.0", Optional.empty());

            assertThat(first.model(PluginsDirectory.emptySpec())).isEqualTo(second.model(PluginsDirectory.emptySpec()));
        }
    }

    @Test
    void loadsSeveralDistributionsOfOnePlugin() {
        PluginsDirectory.demo()
                .distribution(DistributionSource.serving("demo.Other", "demo", "v1.0.0", "spark"))
                .build(directory.resolve("demo.jar"));

        try (PluginHost host = PluginsDirectory.host()) {
            assertThat(PluginsDirectory.load(host, directory).releases())
                    .extracting(release -> release.key().toString())
                    .containsExactly("demo v1.0.0 (eggroll)", "demo v1.0.0 (spark)");
        }
    }

    @Test
    void loadsAPluginAfterTheOneItDependsOn() {
        Path base = PluginJarBuilder.plugin("zbase", "1.5.0")
                .distribution(DistributionSource.serving("base.Base", "base", "v1", ""))
                .source("base.Greeting", "package base; public class Greeting { public String text = \"hello\"; }")
                .build(directory.resolve("zbase.jar"));
        var greeting = DistributionSource.demo().method("model", "return Map.of(\"text\", new base.Greeting().text);");
        PluginsDirectory.demo(greeting)
                .manifest("Plugin-Dependencies", "zbase@>=1.0.0")
                .compileWith(base)
                .build(directory.resolve("a.jar"));

        try (PluginHost host = PluginsDirectory.host()) {
            LoadedDistribution distribution =
                    PluginsDirectory.load(host, directory).resolve("demo", "v1.0.0", Optional.empty());

            assertThat(distribution.model(PluginsDirectory.emptySpec())).containsEntry("text", "hello");
        }
    }

    @Test
    void anAbsentDirectoryIsAnEmptyCatalog() {
        try (PluginHost host = PluginsDirectory.host()) {
            assertThat(PluginsDirectory.load(host, directory.resolve("absent"))).isEqualTo(PluginCatalog.empty());
        }
    }

    @Test
    void anEmptyDirectoryIsAnEmptyCatalog() {
        try (PluginHost host = PluginsDirectory.host()) {
            assertThat(PluginsDirectory.load(host, directory)).isEqualTo(PluginCatalog.empty());
        }
    }

    @Test
    void ignoresFilesThatAreNotJars() throws IOException {
        Files.writeString(directory.resolve("README.txt"), "Put plugins here");

        try (PluginHost host = PluginsDirectory.host()) {
            assertThat(PluginsDirectory.load(host, directory)).isEqualTo(PluginCatalog.empty());
        }
    }

    @Test
    void applyingTheSameAgainChangesNothing() {
        PluginsDirectory.demo().build(directory.resolve("demo.jar"));

        try (PluginHost host = PluginsDirectory.host()) {
            PluginCatalog first = PluginsDirectory.load(host, directory);

            assertThat(PluginsDirectory.load(host, directory)).isSameAs(first);
        }
    }

    @Test
    void closingStopsThePlugins() {
        PluginsDirectory.demo()
                .source("demo.Lifecycle", """
                    package demo;
                    public class Lifecycle extends org.pf4j.Plugin {
                        @Override public void start() { System.setProperty("demo.lifecycle", "started"); }
                        @Override public void stop() { System.setProperty("demo.lifecycle", "stopped"); }
                    }
                    """)
                .manifest("Plugin-Class", "demo.Lifecycle")
                .build(directory.resolve("demo.jar"));
        PluginHost host = PluginsDirectory.host();
        PluginsDirectory.load(host, directory);
        assertThat(System.getProperty("demo.lifecycle")).isEqualTo("started");

        host.close();

        assertThat(System.clearProperty("demo.lifecycle")).isEqualTo("stopped");
    }

    @Test
    void aPluginThatFailsToStopDoesNotDisturbClosing() {
        PluginsDirectory.demo()
                .source("demo.Stubborn", """
                    package demo;
                    public class Stubborn extends org.pf4j.Plugin {
                        @Override public void stop() { throw new StackOverflowError(); }
                    }
                    """)
                .manifest("Plugin-Class", "demo.Stubborn")
                .build(directory.resolve("demo.jar"));
        PluginHost host = PluginsDirectory.host();
        PluginsDirectory.load(host, directory);

        host.close();

        assertThat(host.catalog()).isEqualTo(PluginCatalog.empty());
    }

    @Test
    void aCatalogOutlivesTheHostForWhatNeedsNoPluginCode() {
        PluginsDirectory.demo().resource("templates/a.ftl", "text").build(directory.resolve("demo.jar"));
        PluginHost host = PluginsDirectory.host();
        LoadedDistribution distribution =
                PluginsDirectory.load(host, directory).resolve("demo", "v1.0.0", Optional.empty());

        host.close();

        assertThat(distribution.template("a.ftl")).contains("text");
    }

    @Test
    void aClosedHostLeavesNothingOfAPluginInMemory() {
        PluginsDirectory.demo().build(directory.resolve("demo.jar"));
        PluginHost host = PluginsDirectory.host();
        WeakReference<ClassLoader> loader = new WeakReference<>(useOnce(host));

        host.close();

        Instant limit = Instant.now().plusSeconds(60);
        while (loader.get() != null && Instant.now().isBefore(limit)) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
    }

    private ClassLoader useOnce(PluginHost host) {
        LoadedDistribution distribution =
                PluginsDirectory.load(host, directory).resolve("demo", "v1.0.0", Optional.empty());
        distribution.model(PluginsDirectory.emptySpec());
        return distribution.classLoader();
    }
}
