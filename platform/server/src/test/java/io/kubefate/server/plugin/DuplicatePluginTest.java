package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of two conflicting jars, the first by file name is loaded, and the reason of the second names the first. */
class DuplicatePluginTest extends BesideAGoodPlugin {

    @Test
    void theSecondOfOnePluginId() {
        PluginsDirectory.demo(DistributionSource.demo()).build(directory.resolve("a.jar"));
        PluginsDirectory.demo(DistributionSource.serving("other.Other", "other", "v1", "spark"))
                .build(jar);

        assertThat(reason())
                .isEqualTo("its plugin id demo is taken by version 1.2.3 from a.jar;"
                        + " upgrade that one, or remove one of the two");
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

        try (PluginHost host = PluginsDirectory.host()) {
            assertThat(PluginsDirectory.load(host, directory).loaded())
                    .extracting(LoadedPlugin::id)
                    .contains("demo");
        }
    }
}
