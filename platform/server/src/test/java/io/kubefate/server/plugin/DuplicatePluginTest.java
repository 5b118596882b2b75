package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two jars that claim the same thing the first by file name has it, and the second is told whose it is. */
class DuplicatePluginTest {

    @TempDir
    private static Path built;

    @TempDir
    private Path directory;

    private Path jar;

    @BeforeAll
    static void buildAGoodPlugin() {
        PluginsDirectory.neighbour().build(built.resolve("neighbour.jar"));
    }

    @BeforeEach
    void putItBeside() throws IOException {
        Files.copy(built.resolve("neighbour.jar"), directory.resolve("neighbour.jar"));
        jar = directory.resolve("bad.jar");
    }

    @Test
    void theSecondOfOnePluginId() {
        PluginsDirectory.demo(DistributionSource.demo()).build(directory.resolve("a.jar"));
        PluginsDirectory.demo(DistributionSource.serving("other.Other", "other", "v1", "spark"))
                .build(jar);

        assertThat(reason()).isEqualTo("its plugin id demo is taken by a.jar; remove one of the two");
    }

    @Test
    void theSecondOfOneRelease() {
        PluginJarBuilder.plugin("first", "1.0.0")
                .distribution(DistributionSource.demo())
                .build(directory.resolve("a.jar"));
        PluginsDirectory.demo().build(jar);

        assertThat(reason())
                .isEqualTo("its release demo v1.0.0 (eggroll) is already served by plugin first from a.jar");
    }

    @Test
    void twoDistributionsOfOnePluginForOneRelease() {
        PluginsDirectory.demo()
                .distribution(DistributionSource.serving("demo.Twin", "demo", "v1.0.0", "eggroll"))
                .build(jar);

        assertThat(reason())
                .isEqualTo("its release demo v1.0.0 (eggroll) is already served by plugin demo from bad.jar");
    }

    @Test
    void aRejectedPluginDoesNotTakeItsIdAway() {
        PluginsDirectory.demo().manifest("Plugin-Requires", ">=2.0.0").build(jar);
        PluginsDirectory.demo().build(directory.resolve("good.jar"));

        try (PluginHost host = PluginsDirectory.host(directory)) {
            assertThat(host.load().loaded()).extracting(LoadedPlugin::id).contains("demo");
        }
    }

    private String reason() {
        return PluginsDirectory.rejected(directory, jar).reason();
    }
}
