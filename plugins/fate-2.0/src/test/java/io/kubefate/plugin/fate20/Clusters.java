package io.kubefate.plugin.fate20;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.plugin.fate20.release.Fate200Distribution;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** cluster.yaml files for tests, and short forms of problems. */
public final class Clusters {

    private static final String IDENTITY = """
            name: fate-9999
            namespace: party
            chartName: fate
            chartVersion: v2.0.0
            partyId: 9999
            """;
    private static final String ON_EGGROLL =
            "modules: [osx, clustermanager, nodemanager, mysql, python, fateboard, client]\n";
    private static final String ON_SPARK = """
            computing: Spark
            storage: HDFS
            modules: [mysql, python, fateboard, client, spark, hdfs, nginx, pulsar, rabbitmq]
            """;

    private static final SchemaDefaults DEFAULTS = new SchemaDefaults(new Fate200Distribution().schema());

    private Clusters() {}

    /** {@return the content of a complete file} */
    public static ClusterSpec read(String yaml) {
        return DEFAULTS.complete(new SpecReader().read(yaml).spec());
    }

    /** {@return the cluster fate-9999 in the namespace party, with further lines} */
    public static ClusterSpec of(String yaml) {
        return read(IDENTITY + yaml);
    }

    /** {@return the cluster fate-9999 with all modules of EggRoll} */
    public static ClusterSpec onEggRoll(String yaml) {
        return of(ON_EGGROLL + yaml);
    }

    /** {@return the cluster fate-9999 with all modules of Spark and both brokers, of which jobs use Pulsar} */
    public static ClusterSpec onPulsar(String yaml) {
        return of(ON_SPARK + "federation: Pulsar\n" + yaml);
    }

    /** {@return the cluster fate-9999 with all modules of Spark and both brokers, of which jobs use RabbitMQ} */
    public static ClusterSpec onRabbitMq(String yaml) {
        return of(ON_SPARK + "federation: RabbitMQ\n" + yaml);
    }

    /** {@return severity and path of each problem, for example {@code WARNING osx.nodePort}} */
    public static List<String> summary(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.severity() + " " + problem.path())
                .toList();
    }
}
