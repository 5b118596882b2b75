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

/** What becomes of the keys with which every release says where its images come from. */
final class ImageTrial {

    private static final String REGISTRY = "mirror.example.com/x";
    private static final String SECRET = "registry-login";
    private static final String POLICY = "Always";

    /** As Kubernetes writes them, and as KubeFATE's files always had them. */
    private static final Map<String, Object> KEYS =
            Map.of("registry", REGISTRY, "pullPolicy", POLICY, "imagePullSecrets", List.of(Map.of("name", SECRET)));

    private final Subject subject;
    private final UpgradeTrial upgrades;

    /**
     * A trial.
     *
     * @param subject the distribution
     * @param upgrades whose steps pull images, too
     */
    ImageTrial(Subject subject, UpgradeTrial upgrades) {
        this.subject = subject;
        this.upgrades = upgrades;
    }

    /** {@return a sentence for each key that is refused, and for each container for which one has no effect} */
    List<String> violations() {
        List<String> refused = KEYS.entrySet().stream()
                .flatMap(key -> subject.errors(Subject.with(subject.whole(), key.getKey(), key.getValue())).stream()
                        .map(problem -> refusal(key, problem)))
                .toList();
        return refused.isEmpty() ? withoutEffect() : refused;
    }

    private static String refusal(Map.Entry<String, Object> key, Problem problem) {
        return "with " + key.getKey() + ": " + key.getValue() + " in the example with all modules: " + problem.path()
                + ": " + problem.message() + "; every release has this key";
    }

    private List<String> withoutEffect() {
        Map<String, Object> values = new LinkedHashMap<>(subject.whole().values());
        values.putAll(KEYS);
        ClusterSpec spec = new ClusterSpec(values);
        ObjectSet objects = new ObjectSet(
                spec.namespace(),
                Stream.concat(subject.render(spec).stream(), upgrades.steps(spec).stream())
                        .toList());
        List<String> found = new ArrayList<>(ImageRules.outside(objects, REGISTRY));
        found.addAll(ImageRules.withoutSecret(objects, SECRET));
        found.addAll(ImageRules.pulledOtherwise(objects, POLICY));
        return found;
    }
}
