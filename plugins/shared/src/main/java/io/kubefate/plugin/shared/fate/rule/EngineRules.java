package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.fate.module.Computing;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Combinations of engines that FATE-Flow refuses, and of algorithm and device for which there are no images. */
final class EngineRules {

    /** Algorithm to the devices for which FATE publishes images. */
    private static final Map<String, Set<String>> PUBLISHED =
            Map.of("Basic", Set.of("CPU", "IPCL"), "NN", Set.of("CPU", "GPU"), "ALL", Set.of("GPU"));

    private EngineRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule("python")) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        storage(Engines.of(spec)).ifPresent(problems::add);
        images(spec.withDefaults()).ifPresent(problems::add);
        return problems;
    }

    private static Optional<Problem> storage(Engines engines) {
        boolean inEggRoll = engines.storage().equals("Eggroll");
        if (engines.onEggRoll() != inEggRoll) {
            return Optional.of(Problem.warning(
                    "storage",
                    "is " + engines.storage() + ", but jobs with computing: "
                            + engines.computing().key() + " read only "
                            + (engines.onEggRoll()
                                    ? "EggRoll's tables; set storage: Eggroll"
                                    : "HDFS and files;" + " set storage: HDFS or LocalFS")));
        }
        if (engines.computing() == Computing.SPARK && engines.storage().equals("LocalFS")) {
            return Optional.of(Problem.warning(
                    "storage",
                    "is LocalFS, but Spark's workers cannot read the files of FATE-Flow; set storage: HDFS, or"
                            + " computing: Spark_local"));
        }
        return Optional.empty();
    }

    private static Optional<Problem> images(ClusterSpec complete) {
        String algorithm = Required.text(complete, "algorithm");
        String device = Required.text(complete, "device");
        Set<String> published = PUBLISHED.getOrDefault(algorithm, Set.of());
        boolean ownImages = complete.text("registry").isPresent();
        return ownImages || published.contains(device)
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        "device",
                        "is " + device + ", but FATE publishes images of algorithm " + algorithm + " only for "
                                + String.join(
                                        " and ", published.stream().sorted().toList())
                                + "; set device, or registry to one with your own images"));
    }
}
