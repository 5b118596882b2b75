package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.UnusedStorage;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings of claims without effect, claims of several pods, and a module whose data is always lost. */
final class StorageRules {

    /** The paths of maps with the keys of a claim. */
    private static final List<String> STORED =
            List.of("nodemanager", "python", "client", "mysql", "hdfs.namenode", "hdfs.datanode", "pulsar");

    private static final List<String> REPLICATED = List.of("nodemanager", "python", "hdfs.datanode");

    private StorageRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        if (!Flag.isSet(spec, "persistence")) {
            STORED.forEach(path -> UnusedStorage.find(path, new ClusterSpec(spec.map(path.split("\\."))))
                    .ifPresent(problems::add));
            return problems;
        }
        REPLICATED.forEach(path -> shared(spec, path).ifPresent(problems::add));
        if (spec.hasModule("rabbitmq")) {
            problems.add(Problem.warning(
                    "persistence",
                    "does not keep the data of rabbitmq, which is lost with its pod; use an external one to keep it"));
        }
        return problems;
    }

    private static Optional<Problem> shared(ClusterSpec spec, String path) {
        String[] keys = path.split("\\.");
        if (!spec.hasModule(keys[0])
                || new ClusterSpec(spec.map(keys)).text("existingClaim").isEmpty()) {
            return Optional.empty();
        }
        BigInteger replicas =
                Required.number(new ClusterSpec(spec.withDefaults().map(keys)), "replicas");
        return replicas.compareTo(BigInteger.ONE) > 0
                ? Optional.of(Problem.warning(
                        path + ".existingClaim",
                        "is the claim of all " + replicas + " replicas, which overwrite each other's data; set " + path
                                + ".replicas: 1, or remove this line to get a claim for each"))
                : Optional.empty();
    }
}
