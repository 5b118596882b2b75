package io.kubefate.plugin.testing;

import io.kubefate.plugin.testing.object.ImageRules;
import io.kubefate.plugin.testing.object.ObjectSet;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for the keys {@code registry}, {@code pullPolicy} and {@code imagePullSecrets}, which every release has. */
final class ImageSourceRules {

    private static final String REGISTRY = "mirror.example.com/x";
    private static final String SECRET = "registry-login";
    private static final String POLICY = "Always";

    /** In the notation of Kubernetes and KubeFATE. */
    private static final Map<String, Object> KEYS =
            Map.of("registry", REGISTRY, "pullPolicy", POLICY, "imagePullSecrets", List.of(Map.of("name", SECRET)));

    private final TestedDistribution tested;
    private final UpgradeRules upgrades;

    /**
     * Creates the rules.
     *
     * @param tested the distribution
     * @param upgrades whose steps pull images, too
     */
    ImageSourceRules(TestedDistribution tested, UpgradeRules upgrades) {
        this.tested = tested;
        this.upgrades = upgrades;
    }

    /** {@return a sentence for each rejected key, and for each container that ignores a key} */
    List<String> violations() {
        return tested.mostModules().stream()
                .flatMap(spec -> violations(spec).stream())
                .distinct()
                .toList();
    }

    private List<String> violations(ClusterSpec spec) {
        List<String> refused = KEYS.entrySet().stream()
                .flatMap(key -> tested.errors(TestedDistribution.with(spec, key.getKey(), key.getValue())).stream()
                        .map(problem -> refusal(key, problem)))
                .toList();
        return refused.isEmpty() ? withoutEffect(spec) : refused;
    }

    private static String refusal(Map.Entry<String, Object> key, Problem problem) {
        return "with " + key.getKey() + ": " + key.getValue()
                + " in the example with all modules that can run together: " + problem.path() + ": " + problem.message()
                + "; every release has this key";
    }

    private List<String> withoutEffect(ClusterSpec modules) {
        Map<String, Object> values = new LinkedHashMap<>(modules.values());
        values.putAll(KEYS);
        ClusterSpec spec = new ClusterSpec(values);
        ObjectSet objects = new ObjectSet(
                spec.namespace(),
                Stream.concat(tested.render(spec).stream(), upgrades.steps(spec).stream())
                        .toList());
        List<String> found = new ArrayList<>(ImageRules.outside(objects, REGISTRY));
        found.addAll(ImageRules.withoutSecret(objects, SECRET));
        found.addAll(ImageRules.pulledOtherwise(objects, POLICY));
        return found;
    }
}
