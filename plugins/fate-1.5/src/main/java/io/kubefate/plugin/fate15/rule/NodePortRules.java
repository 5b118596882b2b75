package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Node ports: duplicates, and node ports of Services whose type has none. */
final class NodePortRules {

    private record Key(String module, String name) {
        String path() {
            return module + "." + name;
        }
    }

    private static final List<Key> KEYS = List.of(
            new Key("rollsite", "nodePort"),
            new Key("python", "httpNodePort"),
            new Key("python", "grpcNodePort"),
            new Key("fateboard", "nodePort"),
            new Key("nginx", "nodePort"),
            new Key("rabbitmq", "nodePort"));

    private NodePortRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        Map<BigInteger, Key> users = new HashMap<>();
        for (Key key : KEYS) {
            Optional<BigInteger> port = WholeNumber.find(spec, key.module(), key.name());
            if (port.isEmpty() || !spec.hasModule(key.module())) {
                continue; // EffectRules reports maps without their module
            }
            if (!Exposure.hasNodePorts(spec, key.module())) {
                problems.add(withoutEffect(key));
                continue;
            }
            Key first = users.putIfAbsent(port.get(), key);
            if (first != null) {
                problems.add(Problem.error(
                        key.path(),
                        port.get() + " is also used by " + first.path() + "; choose another port from 30000 to 32767"));
            }
        }
        return problems;
    }

    private static Problem withoutEffect(Key key) {
        return Problem.warning(
                key.path(),
                "has no effect because " + key.module() + ".type is ClusterIP; set " + key.module()
                        + ".type: NodePort, or remove this line");
    }
}
