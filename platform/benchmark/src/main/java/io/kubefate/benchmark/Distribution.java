package io.kubefate.benchmark;

import io.kubefate.planning.spec.SpecReader;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.plugin.jar.JarPolicy;
import io.kubefate.server.plugin.jar.PluginFolder;
import io.kubefate.spi.ClusterSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The built distribution in the folder of the system property {@code kubefate.home}. */
final class Distribution {

    private Distribution() {}

    /** Returns the jars of its plugins. */
    static List<Path> plugins() {
        return new PluginFolder(home().resolve("plugins")).jars();
    }

    /** Returns an example of the distribution, for example {@code party-9999/cluster-spark}. */
    static ClusterSpec example(String name) {
        return new SpecReader().read(text(name)).spec();
    }

    /** Returns the text of an example. */
    static String text(String example) {
        try {
            return Files.readString(home().resolve("examples/" + example + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a host with the settings of the service, without plugins yet. */
    static PluginHost host() {
        return new PluginHost(SpiVersion.CURRENT, SpecValidator::new, JarPolicy.standard());
    }

    private static Path home() {
        return Path.of(System.getProperty("kubefate.home"));
    }
}
