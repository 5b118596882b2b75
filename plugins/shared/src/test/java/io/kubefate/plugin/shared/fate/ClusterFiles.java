package io.kubefate.plugin.shared.fate;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/**
 * cluster.yaml files of a release for tests.
 *
 * @param defaults the defaults of its schema
 * @param version the version of its chart
 * @param gateway the module of its gateway
 */
public record ClusterFiles(SchemaDefaults defaults, String version, String gateway) {

    /** {@return the content of a complete file} */
    public ClusterSpec read(String yaml) {
        return defaults.complete(new SpecReader().read(yaml).spec());
    }

    /** {@return the cluster fate-9999 in the namespace party, with further lines} */
    public ClusterSpec of(String yaml) {
        return read("""
                name: fate-9999
                namespace: party
                chartName: fate
                chartVersion: %s
                partyId: 9999
                """.formatted(version) + yaml);
    }

    /** {@return the cluster fate-9999 with all modules of EggRoll} */
    public ClusterSpec onEggRoll(String yaml) {
        return of("modules: [%s, clustermanager, nodemanager, mysql, python, fateboard, client]\n".formatted(gateway)
                + yaml);
    }

    /** {@return the cluster fate-9999 with all modules of Spark and both brokers, of which jobs use this one} */
    public ClusterSpec onSpark(String broker, String yaml) {
        return of("""
                computing: Spark
                federation: %s
                storage: HDFS
                modules: [mysql, python, fateboard, client, spark, hdfs, nginx, pulsar, rabbitmq]
                """.formatted(broker) + yaml);
    }

    /** {@return severity and path of each problem, for example {@code WARNING osx.nodePort}} */
    public static List<String> summary(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.severity() + " " + problem.path())
                .toList();
    }
}
