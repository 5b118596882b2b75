package io.kubefate.plugin.fate111.rule;

import io.kubefate.plugin.fate111.module.Fate111;
import io.kubefate.plugin.fate111.module.Release;
import io.kubefate.plugin.shared.fate.rule.Rules;
import io.kubefate.plugin.shared.fate.rule.UnusedKeys;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of FATE 1.11. */
public final class Fate111Rules {

    private static final UnusedKeys UNUSED = new UnusedKeys(Map.of(
            "clustermanager.enableTLS", "has no effect; rollsite.enableTLS encrypts connections to other parties",
            "python.failedTaskAutoRetryTimes", "has no effect: FATE-Flow has no such setting; remove it",
            "python.failedTaskAutoRetryDelay", "has no effect: FATE-Flow has no such setting; remove it"));

    private Fate111Rules() {}

    /**
     * Checks a cluster.yaml.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param release what differs between releases
     * @return all problems, in the order of the rules
     */
    public static List<Problem> check(ClusterSpec spec, Release release) {
        List<Problem> problems = new ArrayList<>(Rules.check(spec, Fate111.GENERATION));
        problems.addAll(GatewayRules.check(spec));
        problems.addAll(PollingRules.check(spec));
        problems.addAll(JobRules.check(spec, release));
        problems.addAll(UNUSED.check(spec));
        return problems;
    }
}
