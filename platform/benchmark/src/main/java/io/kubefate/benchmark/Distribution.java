package io.kubefate.benchmark;

import io.kubefate.server.plugin.jar.JarPolicy;
import io.kubefate.server.plugin.jar.PluginFolder;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.spi.ClusterSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The built distribution, whose folder the system property {@code kubefate.home} names. */
final class Distribution {

    private Distribution() {}

    /** {@return the jars of its plugins} */
    static List<Path> plugins() {
        return new PluginFolder(home().resolve("plugins")).jars();
    }

    /** {@return an example of it, for example {@code cluster-spark}} */
    static ClusterSpec example(String name) {
        try {
            Path file = home().resolve("examples/party-9999/" + name + ".yaml");
            return new SpecReader().read(Files.readString(file)).spec();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a host as the service has it, without plugins yet} */
    static PluginHost host() {
        return new PluginHost(SpiVersion.CURRENT, SpecValidator::new, JarPolicy.standard());
    }

    private static Path home() {
        return Path.of(System.getProperty("kubefate.home"));
    }
}
