package io.kubefate.plugin.fateserving21;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** cluster.yaml files for tests. */
public final class Clusters {

    private static final String IDENTITY = """
            name: serving-9999
            namespace: party
            chartName: fate-serving
            chartVersion: v2.1.6
            partyId: 9999
            """;
    private static final String ALL_MODULES =
            "modules: [servingProxy, servingServer, servingRedis, servingZookeeper, servingAdmin]\n";

    private static final SchemaDefaults DEFAULTS = new SchemaDefaults(new FateServing21Distribution().schema());

    private Clusters() {}

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
     * Returns the cluster serving-9999 with all modules.
     *
     * @param yaml further lines
     * @return its content
     */
    public static ClusterSpec whole(String yaml) {
        return of(ALL_MODULES + yaml);
    }

    /**
     * Returns the cluster serving-9999 in the namespace party.
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
     * @param problems what a rule found
     * @return severity and path of each
     */
    public static List<String> summary(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.severity() + " " + problem.path())
                .toList();
    }
}
