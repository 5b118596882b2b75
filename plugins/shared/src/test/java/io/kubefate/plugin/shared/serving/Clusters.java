package io.kubefate.plugin.shared.serving;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;

/** cluster.yaml files of a release of FATE-Serving, for tests. */
final class Clusters {

    private static final String IDENTITY = "name: serving-9999\nnamespace: party\npartyId: 9999\n";

    /** The defaults of the release that the rules read. */
    private static final SchemaDefaults DEFAULTS = new SchemaDefaults("""
            {
              "properties": {
                "servingProxy": {
                  "default": {"nodePort": 30110},
                  "properties": {"type": {"default": "NodePort"}, "nodePort": {}}
                },
                "servingServer": {
                  "properties": {
                    "type": {"default": "ClusterIP"},
                    "fateflow": {"properties": {"ip": {"default": "fateflow"}, "port": {"default": 9380}}}
                  }
                },
                "servingRedis": {"properties": {"password": {"default": "fate_dev"}}}
              }
            }
            """);

    private Clusters() {}

    /** {@return the cluster of party 9999 with all modules and these lines} */
    static ClusterSpec whole(String yaml) {
        return of("modules: [servingProxy, servingServer, servingRedis]\n" + yaml);
    }

    /** {@return the cluster of party 9999 in the namespace party with these lines} */
    static ClusterSpec of(String yaml) {
        return DEFAULTS.complete(new SpecReader().read(IDENTITY + yaml).spec());
    }

    /** {@return severity and path of each problem} */
    static List<String> summary(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.severity() + " " + problem.path())
                .toList();
    }
}
