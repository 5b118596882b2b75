package io.kubefate.plugin.fate111.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** The two gateways, of which a cluster has one. */
final class GatewayRules {

    private static final String BALANCER = "lbrollsite";

    private GatewayRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule(BALANCER)) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        if (spec.hasModule("rollsite")) {
            problems.add(Problem.error(
                    "modules[" + spec.modules().indexOf(BALANCER) + "]",
                    "lbrollsite has objects of the same names as rollsite; remove one of them: lbrollsite is for several"
                            + " exchanges"));
        }
        if (spec.list(BALANCER, "exchangeList").isEmpty()) {
            problems.add(Problem.warning(
                    "lbrollsite.exchangeList",
                    "is empty, and the nginx of lbrollsite does not start without an exchange; list the exchanges, or"
                            + " replace lbrollsite by rollsite"));
        }
        return problems;
    }
}
