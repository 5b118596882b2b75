import io.kubefate.server.plugin.JarPolicy;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.spec.SpecValidator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Milliseconds of opening plugins. The first call in a JVM is what a start of the service pays, later ones are warm. */
final class PluginBench {

    private PluginBench() {}

    /** Opening all jars at once, in a new host. */
    static double start(List<Path> jars) {
        try (PluginHost host = host()) {
            return apply(host, jars);
        }
    }

    /** Opening one more jar beside those that run. */
    static double hot(List<Path> running, Path added) {
        try (PluginHost host = host()) {
            apply(host, running);
            List<Path> all = new ArrayList<>(running);
            all.add(added);
            return apply(host, all);
        }
    }

    private static PluginHost host() {
        return new PluginHost(SpiVersion.CURRENT, SpecValidator::new, JarPolicy.standard());
    }

    private static double apply(PluginHost host, List<Path> jars) {
        long begin = System.nanoTime();
        int loaded = host.apply(jars).loaded().size();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (loaded != jars.size()) {
            throw new IllegalArgumentException("not loaded: " + host.catalog().rejected());
        }
        return millis;
    }
}
