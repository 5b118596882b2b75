package io.kubefate.plugin.fateexchange;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** cluster.yaml files for tests. */
public final class Clusters {

    private static final String IDENTITY = """
            name: hub
            namespace: exchange
            chartName: fate-exchange
            chartVersion: v1.11.2
            partyId: 1
            """;

    private static final SchemaDefaults DEFAULTS = new SchemaDefaults(new FateExchangeDistribution().schema());

    private Clusters() {}

    /**
     * Reads a complete file.
     *
     * @param yaml its text
     * @return its content
     */
    public static ClusterSpec read(String yaml) {
        return DEFAULTS.complete(new SpecReader().read(yaml).spec());
    }

    /**
     * Returns the exchange hub.
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
