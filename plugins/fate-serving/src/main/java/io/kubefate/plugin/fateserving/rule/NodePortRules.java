package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Node ports: duplicates, and node ports of Services whose type has none. */
final class NodePortRules {

    private static final List<String> MODULES = List.of("servingProxy", "servingServer");

    private NodePortRules() {}

    static List<Problem> check(ClusterSpec given) {
        ClusterSpec spec = given.withDefaults();
        List<Problem> problems = new ArrayList<>();
        MODULES.forEach(module -> withoutEffect(spec, module).ifPresent(problems::add));
        Optional<BigInteger> proxy = used(spec, "servingProxy");
        if (proxy.isPresent() && proxy.equals(used(spec, "servingServer"))) {
            problems.add(Problem.error(
                    "servingServer.nodePort",
                    proxy.get() + " is also used by servingProxy.nodePort; choose another port from 30000 to 32767"));
        }
        return problems;
    }

    private static Optional<Problem> withoutEffect(ClusterSpec spec, String module) {
        if (Exposure.hasNodePorts(spec, module) || spec.text(module, "nodePort").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Problem.warning(
                module + ".nodePort",
                "has no effect because " + module + ".type is ClusterIP; set " + module
                        + ".type: NodePort, or remove this line"));
    }

    private static Optional<BigInteger> used(ClusterSpec spec, String module) {
        return spec.hasModule(module) && Exposure.hasNodePorts(spec, module)
                ? WholeNumber.find(spec, module, "nodePort")
                : Optional.empty();
    }
}
