package io.kubefate.plugin.fate111.rule;

import io.kubefate.plugin.fate111.module.Release;
import io.kubefate.plugin.shared.fate.module.Computing;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** Engines and algorithms that do not work in FATE 1. */
final class JobRules {

    private JobRules() {}

    static List<Problem> check(ClusterSpec spec, Release release) {
        if (!spec.hasModule("python")) {
            return List.of();
        }
        ClusterSpec complete = spec.withDefaults();
        List<Problem> problems = new ArrayList<>();
        boolean throughEggRoll =
                complete.text("federation").filter("Eggroll"::equals).isPresent();
        if (throughEggRoll && Computing.of(complete) != Computing.EGGROLL) {
            problems.add(Problem.warning(
                    "federation",
                    "is Eggroll, but jobs on Spark cannot exchange data through EggRoll; set federation: Pulsar or"
                            + " RabbitMQ"));
        }
        boolean languageModels =
                complete.text("algorithm").filter("ALL"::equals).isPresent();
        if (languageModels && !release.languageModels()) {
            problems.add(Problem.warning(
                    "algorithm",
                    "is ALL, but FATE " + release.version() + " has no images for large language models, so those of"
                            + " Basic are used; set Basic or NN, or chartVersion: v1.11.2"));
        }
        return problems;
    }
}
