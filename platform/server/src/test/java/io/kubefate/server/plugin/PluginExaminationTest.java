package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.plugin.jar.PluginManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Examines a jar beside the loaded plugins without changing them. */
class PluginExaminationTest {

    @TempDir
    private static Path built;

    private static Path demo;
    private static Path dependent;

    @TempDir
    private Path directory;

    private final PluginHost host = PluginsDirectory.host();
    private Path jar;

    @BeforeAll
    static void buildPlugins() {
        demo = PluginsDirectory.demo().build(built.resolve("demo.jar"));
        dependent = PluginJarBuilder.plugin("dependent", "1.0.0")
                .manifest("Plugin-Dependencies", "demo@>=1.0.0 & <2.0.0")
                .distribution(DistributionSource.serving("dependent.Dependent", "dependent", "v1", "")
                        .method("model", "return Map.of(\"class\", new demo.DemoDistribution().getClass().getName());"))
                .compileWith(demo)
                .build(built.resolve("dependent.jar"));
    }

    @BeforeEach
    void chooseAPath() {
        jar = directory.resolve("new.jar");
    }

    @AfterEach
    void closeTheHost() {
        host.close();
    }

    @Test
    void tellsWhatAJarWouldBe() {
        PluginsDirectory.neighbour()
                .manifest("Plugin-Provider", "An author")
                .manifest("Plugin-Dependencies", "demo@>=1.0.0, other?")
                .build(jar);
        host.apply(List.of(demo));

        LoadedPlugin plugin = host.examine(jar, Optional.empty(), any -> {});

        assertThat(plugin.id()).isEqualTo("neighbour");
        assertThat(plugin.version()).isEqualTo("1.0.0");
        assertThat(plugin.provider()).isEqualTo("An author");
        assertThat(plugin.manifest().requires()).isEqualTo(">=1.0.0 & <2.0.0");
        assertThat(plugin.manifest().dependencies())
                .extracting(PluginManifest.Dependency::toString)
                .containsExactly("demo >=1.0.0", "other *");
        assertThat(plugin.releases())
                .extracting(release -> release.key().toString())
                .containsExactly("neighbour v1 (eggroll)");
    }

    @Test
    void itsDistributionsCannotBeCalledAnyMore() {
        PluginsDirectory.neighbour().build(jar);
        LoadedPlugin plugin = host.examine(jar, Optional.empty(), any -> {});

        assertThatThrownBy(() -> plugin.distributions().get(0).model(PluginsDirectory.emptySpec()))
                .isInstanceOf(KubefateException.class)
                .hasMessage("plugin neighbour 1.0.0 failed in model: it has been unloaded");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNothingOpenAndTheCatalogAsItWas() {
        PluginsDirectory.neighbour().build(jar);
        PluginCatalog before = host.apply(List.of(demo));

        host.examine(jar, Optional.empty(), any -> {});

        assertThat(host.catalog()).isSameAs(before);
        assertThat(PluginLoaders.isOpen(jar)).isFalse();
        assertThat(PluginLoaders.isOpen(demo)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNothingOpenOfAJarThatIsRefused() {
        PluginsDirectory.demo(DistributionSource.demo().method("modules", "return List.of();"))
                .build(jar);

        assertThat(refusal(Optional.empty()))
                .isEqualTo("its modules() is empty; a distribution has at least one module");
        assertThat(PluginLoaders.isOpen(jar)).isFalse();
    }

    @Test
    void stopsWhatItStarted() {
        PluginsDirectory.neighbour()
                .manifest("Plugin-Class", "neighbour.Lifecycle")
                .source("neighbour.Lifecycle", """
                    package neighbour;
                    public class Lifecycle extends org.pf4j.Plugin {
                        @Override public void stop() { System.setProperty("examined", "stopped"); }
                    }
                    """)
                .build(jar);

        host.examine(jar, Optional.empty(), any -> {});

        assertThat(System.clearProperty("examined")).isEqualTo("stopped");
    }

    @Test
    void refusesABrokenJar() throws IOException {
        Files.writeString(jar, "no jar");

        assertThat(refusal(Optional.empty())).startsWith("it cannot be read as a jar");
    }

    @Test
    void refusesAPluginIdThatIsTaken() {
        host.apply(List.of(demo));
        PluginsDirectory.demo(DistributionSource.serving("other.Other", "other", "v1", ""))
                .build(jar);

        assertThat(refusal(Optional.empty())).contains("its plugin id demo is taken by");
    }

    @Test
    void refusesTheSameJarASecondTime() {
        host.apply(List.of(demo));
        jar = demo;

        assertThat(refusal(Optional.empty())).contains("its plugin id demo is taken by");
    }

    @Test
    void refusesAReleaseThatIsServed() {
        host.apply(List.of(demo));
        PluginJarBuilder.plugin("other", "1.0.0")
                .distribution(DistributionSource.demo())
                .build(jar);

        assertThat(refusal(Optional.empty())).contains("its release demo v1.0.0 (eggroll) is already served");
    }

    @Test
    void refusesAPluginWithoutItsDependency() {
        jar = dependent;

        assertThat(refusal(Optional.empty())).isEqualTo("it needs demo >=1.0.0 & <2.0.0, which is not loaded");
    }

    @Test
    void acceptsAnotherVersionInThePlaceOfThePluginItReplaces() {
        host.apply(List.of(demo, dependent));
        PluginJarBuilder.plugin("demo", "1.3.0")
                .distribution(DistributionSource.demo())
                .build(jar);

        assertThat(host.examine(jar, Optional.of("demo"), any -> {}).version()).isEqualTo("1.3.0");
    }

    @Test
    void refusesAVersionThatAnotherPluginCannotWorkWith() {
        host.apply(List.of(demo, dependent));
        PluginJarBuilder.plugin("demo", "2.0.0")
                .distribution(DistributionSource.demo())
                .build(jar);

        assertThat(refusal(Optional.of("demo")))
                .isEqualTo("plugin dependent cannot stay loaded: it needs demo >=1.0.0 & <2.0.0, which is not loaded");
    }

    private String refusal(Optional<String> replacing) {
        PluginCatalog before = host.catalog();
        KubefateException failure =
                catchThrowableOfType(KubefateException.class, () -> host.examine(jar, replacing, any -> {}));
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_REFUSED);
        assertThat(host.catalog()).isSameAs(before);
        return failure.getMessage();
    }
}
