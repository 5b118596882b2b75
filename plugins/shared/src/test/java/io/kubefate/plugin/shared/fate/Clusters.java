package io.kubefate.plugin.shared.fate;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.plugin.shared.SchemaText;
import io.kubefate.plugin.shared.fate.module.FateModules;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** cluster.yaml files of a release whose gateway is osx, for tests. */
public final class Clusters {

    /** The generation of the release. */
    public static final Generation GENERATION = new Generation(
            "osx",
            9883,
            FateModules.with(new ModuleSpec("osx", "the gateway", List.of("osx.yaml.ftl")), "another gateway"));

    private static final ClusterFiles FILES =
            new ClusterFiles(new SchemaDefaults(SchemaText.of("fate/schema.json")), "v0.0.0", GENERATION.gateway());

    private Clusters() {}

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
