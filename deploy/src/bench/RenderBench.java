import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.kubefate.server.engine.Owner;
import io.kubefate.server.engine.Plan;
import io.kubefate.server.engine.Planner;
import io.kubefate.server.plugin.JarPolicy;
import io.kubefate.server.plugin.PluginFolder;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.service.PluginReleases;
import io.kubefate.server.service.ServedRelease;
import io.kubefate.server.spec.SpecReader;
import io.kubefate.server.spec.SpecValidator;
import io.kubefate.spi.ClusterSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Milliseconds of rendering and planning one cluster.yaml, once warm: {@code java -cp 'lib/*' RenderBench.java plugins cluster.yaml}. */
class RenderBench {

    private static final int WARM_UP = 2000;
    private static final int RUNS = 2000;

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (PluginHost host = new PluginHost(SpiVersion.CURRENT, SpecValidator::new, JarPolicy.standard())) {
            host.apply(new PluginFolder(Path.of(arguments[0])).jars());
            ClusterSpec spec = new SpecReader().read(Files.readString(Path.of(arguments[1]))).spec();
            ServedRelease served =
                    new PluginReleases(host::use).resolve(spec.chartName(), spec.chartVersion(), spec.text("backend"));
            double[] millis = new double[RUNS];
            for (int run = -WARM_UP; run < RUNS; run++) {
                long begin = System.nanoTime();
                Plan.between(new Owner("id", spec.name(), spec.namespace()), new Planner().desired(served.release(), spec), List.of());
                if (run >= 0) {
                    millis[run] = (System.nanoTime() - begin) / 1e6;
                }
            }
            Arrays.sort(millis);
            System.out.printf("%.2f %.2f %.2f%n", millis[RUNS / 2], millis[0], millis[RUNS * 9 / 10]);
        }
    }
}
