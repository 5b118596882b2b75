package io.kubefate.plugin.fate20.rule;

import io.kubefate.plugin.fate20.module.Fate2;
import io.kubefate.plugin.shared.fate.rule.Rules;
import io.kubefate.plugin.shared.fate.rule.UnusedKeys;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of FATE 2. */
public final class Fate2Rules {

    private static final String GONE = "has no effect in FATE 2, whose FATE-Flow has no such setting; remove it";

    private static final UnusedKeys UNUSED = new UnusedKeys(Map.of(
            "osx.polling", "has no effect: osx cannot poll; use an exchange that both sides can reach",
            "python.hive", GONE,
            "python.hdfs.path_prefix", GONE,
            "python.dependent_distribution", GONE,
            "python.failedTaskAutoRetryTimes", GONE,
            "python.failedTaskAutoRetryDelay", GONE));

    private Fate2Rules() {}

    /**
     * Checks a cluster.yaml.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return all problems, in the order of the rules
     */
    public static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>(Rules.check(spec, Fate2.GENERATION));
        problems.addAll(UNUSED.check(spec));
        int balancer = spec.modules().indexOf("lbrollsite");
        if (balancer >= 0) {
            problems.add(Problem.warning(
                    "modules[" + balancer + "]",
                    "lbrollsite does not start: EggRoll 3 has no rollsite; replace it by osx with osx.exchange"));
        }
        return problems;
    }
}
