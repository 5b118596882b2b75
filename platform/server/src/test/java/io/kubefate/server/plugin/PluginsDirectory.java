package io.kubefate.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.server.plugin.jar.JarPolicy;
import io.kubefate.server.plugin.jar.PluginFolder;
import io.kubefate.spi.ClusterSpec;
import java.nio.file.Path;
import java.util.Map;

/** Shared setup of this package's tests: a plugins directory, plugins for it, and a host. */
public final class PluginsDirectory {

    private PluginsDirectory() {}

    /** A host whose schema check accepts every JSON text. */
    static PluginHost host() {
        return host(JarPolicy.standard());
    }

    /** Returns the same with another policy for jars. */
    static PluginHost host(JarPolicy policy) {
        return new PluginHost(SpiVersion.CURRENT, PluginsDirectory::checkJson, policy);
    }

    /** Brings a host to the jars of a directory. */
    public static PluginCatalog load(PluginHost host, Path directory) {
        return host.apply(new PluginFolder(directory).jars());
    }

    /** A plugin of the class {@code demo.DemoDistribution}, serving {@code demo v1.0.0 (eggroll)}. */
    static PluginJarBuilder demo() {
        return PluginJarBuilder.plugin("demo", "1.2.3").distribution(DistributionSource.demo());
    }

    /** A plugin of the given distribution, with the id {@code demo} and the version {@code 1.2.3}. */
    static PluginJarBuilder demo(DistributionSource distribution) {
        return PluginJarBuilder.plugin("demo", "1.2.3").distribution(distribution);
    }

    /** A good plugin {@code neighbour}, to be seen loading beside a bad one. */
    static PluginJarBuilder neighbour() {
        return PluginJarBuilder.plugin("neighbour", "1.0.0")
                .distribution(DistributionSource.serving("neighbour.Neighbour", "neighbour", "v1", "eggroll"));
    }

    /** A cluster.yaml without a key. */
    static ClusterSpec emptySpec() {
        return new ClusterSpec(Map.of());
    }

    /** Loads a directory with {@link #neighbour} and one bad jar, and returns the bad one as rejected. */
    static RejectedPlugin rejected(Path directory, Path bad) {
        try (PluginHost host = host()) {
            PluginCatalog catalog = PluginsDirectory.load(host, directory);
            assertThat(catalog.loaded()).extracting(LoadedPlugin::id).contains("neighbour");
            assertThat(catalog.rejected())
                    .singleElement()
                    .extracting(RejectedPlugin::file)
                    .isEqualTo(bad);
            return catalog.rejected().get(0);
        }
    }

    private static void checkJson(String text) {
        try {
            new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }
}
