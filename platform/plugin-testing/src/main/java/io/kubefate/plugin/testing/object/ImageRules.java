package io.kubefate.plugin.testing.object;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rules for the images of all containers if a cluster.yaml sets the registry. */
public final class ImageRules {

    private ImageRules() {}

    /**
     * Checks that every image comes from a registry.
     *
     * @param objects of a cluster with that registry
     * @param registry for example {@code mirror.example.com/x}
     * @return a sentence for each container with another registry
     */
    public static List<String> outside(ObjectSet objects, String registry) {
        return containers(
                objects,
                "image",
                image -> image.startsWith(registry + "/")
                        ? ""
                        : "image " + image + " does not come from the registry " + registry
                                + "; start it with the key registry");
    }

    /**
     * Checks that every container has a pull policy.
     *
     * @param objects of a cluster with that policy
     * @param policy for example {@code Always}
     * @return a sentence for each container with another policy or none
     */
    public static List<String> pulledOtherwise(ObjectSet objects, String policy) {
        return containers(
                objects,
                "imagePullPolicy",
                given -> given.equals(policy)
                        ? ""
                        : "imagePullPolicy is " + (given.isEmpty() ? "absent" : given) + "; print the key pullPolicy");
    }

    /**
     * Checks that every pod has a pull secret.
     *
     * @param objects of a cluster with that Secret
     * @param secret its name
     * @return a sentence for each workload without it
     */
    public static List<String> withoutSecret(ObjectSet objects, String secret) {
        return objects.pods().stream()
                .filter(pod -> Fields.maps(pod.spec(), "imagePullSecrets").stream()
                        .noneMatch(reference -> Fields.text(reference, "name").equals(secret)))
                .map(pod -> pod.workload().ref()
                        + " pod spec.imagePullSecrets: the Secrets of the key imagePullSecrets are missing; print them")
                .toList();
    }

    private static List<String> containers(ObjectSet objects, String field, UnaryOperator<String> check) {
        return objects.pods().stream()
                .flatMap(pod -> pod.allContainers().flatMap(container -> {
                    String violation = check.apply(Fields.text(container, field));
                    return violation.isEmpty() ? Stream.empty() : Stream.of(pod.named(container) + ": " + violation);
                }))
                .toList();
    }
}
