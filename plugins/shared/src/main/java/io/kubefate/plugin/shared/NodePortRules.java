package io.kubefate.plugin.shared;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Node ports: duplicates, and node ports of Services whose type has none.
 *
 * @param keys the keys of all node ports of the release
 */
public record NodePortRules(List<Key> keys) {

    /**
     * A key with a node port.
     *
     * @param module the map with the {@code type} of the Service
     * @param key the name of the key in this map
     */
    public record Key(String module, String key) {

        public Key {
            requireNonNull(module, "module is null");
            requireNonNull(key, "key is null");
        }

        private String path() {
            return module + "." + key;
        }
    }

    public NodePortRules {
        keys = List.copyOf(keys);
    }

    /**
     * Checks the node ports.
     *
     * @param given a cluster.yaml that the schema accepts
     * @return a warning for each without effect, and an error for each that is used twice
     */
    public List<Problem> check(ClusterSpec given) {
        ClusterSpec spec = given.withDefaults();
        List<Problem> problems = new ArrayList<>();
        keys.forEach(key -> withoutEffect(given, spec, key).ifPresent(problems::add));
        Map<BigInteger, Key> owners = new HashMap<>();
        keys.forEach(key -> used(spec, key).ifPresent(port -> {
            Key owner = owners.putIfAbsent(port, key);
            if (owner != null) {
                problems.add(Problem.error(
                        key.path(),
                        port + " is also used by " + owner.path() + "; choose another port from 30000 to 32767"));
            }
        }));
        return problems;
    }

    private static Optional<Problem> withoutEffect(ClusterSpec given, ClusterSpec spec, Key key) {
        if (Exposure.hasNodePorts(spec, key.module)
                || given.text(key.module, key.key).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Problem.warning(
                key.path(),
                "has no effect because " + key.module + ".type is ClusterIP; set " + key.module
                        + ".type: NodePort, or remove this line"));
    }

    private static Optional<BigInteger> used(ClusterSpec spec, Key key) {
        return spec.hasModule(key.module) && Exposure.hasNodePorts(spec, key.module)
                ? WholeNumber.find(spec, key.module, key.key)
                : Optional.empty();
    }
}
