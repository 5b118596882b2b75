package io.kubefate.plugin.fate20;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.plugin.fate20.module.Fate2;
import io.kubefate.plugin.fate20.release.Fate200Distribution;
import io.kubefate.plugin.shared.fate.ClusterFiles;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** cluster.yaml files for tests, and short forms of problems. */
public final class Clusters {

    private static final Fate200Distribution RELEASE = new Fate200Distribution();
    private static final ClusterFiles FILES =
            new ClusterFiles(new SchemaDefaults(RELEASE.schema()), "v2.0.0", Fate2.GENERATION.gateway());

    private Clusters() {}

    /** {@return the content of a complete file} */
    public static ClusterSpec read(String yaml) {
        return FILES.read(yaml);
    }

    /** {@return the cluster fate-9999 in the namespace party, with further lines} */
    public static ClusterSpec of(String yaml) {
        return FILES.of(yaml);
    }

    /** {@return the cluster fate-9999 with all modules of EggRoll} */
    public static ClusterSpec onEggRoll(String yaml) {
        return FILES.onEggRoll(yaml);
    }

    /** {@return the cluster fate-9999 with all modules of Spark and both brokers, of which jobs use Pulsar} */
    public static ClusterSpec onPulsar(String yaml) {
        return FILES.onSpark("Pulsar", yaml);
    }

    /** {@return the cluster fate-9999 with all modules of Spark and both brokers, of which jobs use RabbitMQ} */
    public static ClusterSpec onRabbitMq(String yaml) {
        return FILES.onSpark("RabbitMQ", yaml);
    }

    /** {@return severity and path of each problem, for example {@code WARNING osx.nodePort}} */
    public static List<String> summary(List<Problem> problems) {
        return ClusterFiles.summary(problems);
    }
}
