package io.kubefate.plugin.fate15;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.plugin.fate15.eggroll.Fate15Distribution;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** cluster.yaml files for tests, and short forms of problems. */
public final class Clusters {

    private static final String IDENTITY = """
            name: fate-9999
            namespace: party
            chartName: fate
            chartVersion: v1.5.0
            partyId: 9999
            """;
    private static final String ON_EGGROLL =
            "modules: [rollsite, clustermanager, nodemanager, mysql, python, fateboard, client]\n";
    private static final String ON_SPARK =
            "backend: spark\nmodules: [mysql, python, fateboard, client, spark, hdfs, nginx, rabbitmq]\n";

    private Clusters() {}

    /** All keys that have a default are those of the chart, so they are the same for every engine. */
    private static final SchemaDefaults DEFAULTS = new SchemaDefaults(new Fate15Distribution().schema());

    /**
     * Reads a complete file.
     *
     * @param yaml its text
     * @return its content
     */
    public static ClusterSpec read(String yaml) {
        return complete(new SpecReader().read(yaml).spec());
    }

    /** Adds the defaults of the chart to a file. */
    public static ClusterSpec complete(ClusterSpec spec) {
        return DEFAULTS.complete(spec);
    }

    /**
     * Returns the cluster fate-9999 with all modules of EggRoll.
     *
     * @param yaml further lines
     * @return its content
     */
    public static ClusterSpec whole(String yaml) {
        return of(ON_EGGROLL + yaml);
    }

    /**
     * Returns the cluster fate-9999 with all modules of Spark.
     *
     * @param yaml further lines
     * @return its content
     */
    public static ClusterSpec onSpark(String yaml) {
        return of(ON_SPARK + yaml);
    }

    /**
     * Returns the cluster fate-9999 in the namespace party.
     *
     * @param yaml further lines, with {@code modules}
     * @return its content
     */
    public static ClusterSpec of(String yaml) {
        return read(IDENTITY + yaml);
    }

    /**
     * Returns a short form of problems.
     *
     * @param problems what rules found
     * @return severity and path of each, for example {@code WARNING rollsite.nodePort}
     */
    public static List<String> summary(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.severity() + " " + problem.path())
                .toList();
    }
}
