package io.kubefate.plugin.testing;

import io.kubefate.plugin.testing.object.ImageRules;
import io.kubefate.plugin.testing.object.ObjectSet;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of the keys with which every release says where its images come from. */
final class ImageTrial {

    private static final String REGISTRY = "mirror.example.com/x";
    private static final String SECRET = "registry-login";
    private static final String POLICY = "Always";

    /** As Kubernetes writes them, and as KubeFATE's files always had them. */
    private static final Map<String, Object> KEYS =
            Map.of("registry", REGISTRY, "pullPolicy", POLICY, "imagePullSecrets", List.of(Map.of("name", SECRET)));

    private final Subject subject;

    ImageTrial(Subject subject) {
        this.subject = subject;
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
        ObjectSet objects = subject.objects(new ClusterSpec(values));
        List<String> found = new ArrayList<>(ImageRules.outside(objects, REGISTRY));
        found.addAll(ImageRules.withoutSecret(objects, SECRET));
        found.addAll(ImageRules.pulledOtherwise(objects, POLICY));
        return found;
    }
}
