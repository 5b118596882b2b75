package io.kubefate.plugin.fate15;

import io.kubefate.server.spec.SpecReader;
import io.kubefate.spi.ClusterSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** cluster.yaml files for tests. */
public final class Clusters {

    private static final String IDENTITY = """
            name: fate-9999
            namespace: party
            chartName: fate
            chartVersion: v1.5.0
            partyId: 9999
            """;
    private static final String ALL_MODULES =
            "modules: [rollsite, clustermanager, nodemanager, mysql, python, fateboard, client]\n";

    private Clusters() {}

    /**
     * A complete file.
     *
     * @param yaml its text
     * @return its content
     */
    public static ClusterSpec read(String yaml) {
        return new SpecReader().read(yaml).spec();
    }

    /**
     * The cluster fate-9999 with all modules.
     *
     * @param yaml further lines
     * @return its content
     */
    public static ClusterSpec whole(String yaml) {
        return of(ALL_MODULES + yaml);
    }

    /**
     * The cluster fate-9999 in the namespace party.
     *
     * @param yaml further lines, with {@code modules}
     * @return its content
     */
    public static ClusterSpec of(String yaml) {
        return read(IDENTITY + yaml);
    }

    /** {@return the text of a file below the test resources} */
    static String resource(String name) {
        try (InputStream stream = Clusters.class.getResourceAsStream("/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
