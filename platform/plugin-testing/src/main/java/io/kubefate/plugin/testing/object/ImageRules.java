package io.kubefate.plugin.testing.object;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What holds for the image of every container when a cluster.yaml says where images come from. */
public final class ImageRules {

    private ImageRules() {}

    /**
     * Every image comes from one registry.
     *
     * @param objects of a cluster with that registry
     * @param registry for example {@code mirror.example.com/x}
     * @return the containers whose image comes from elsewhere, a sentence each
     */
    public static List<String> outside(ObjectSet objects, String registry) {
        return containers(
                objects,
                "image",
                image -> image.startsWith(registry + "/")
                        ? ""
                        : "image " + image + " does not come from the registry " + registry
                                + "; begin it with the key registry");
    }

    /**
     * Every container has one pull policy.
     *
     * @param objects of a cluster with that policy
     * @param policy for example {@code Always}
     * @return the containers with another or none, a sentence each
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
     * Every pod logs in with a Secret.
     *
     * @param objects of a cluster with that Secret
     * @param secret its name
     * @return the workloads whose pods do not, a sentence each
     */
    public static List<String> withoutSecret(ObjectSet objects, String secret) {
        return objects.pods().stream()
                .filter(pod -> Fields.maps(pod.spec(), "imagePullSecrets").stream()
                        .noneMatch(reference -> Fields.text(reference, "name").equals(secret)))
                .map(pod -> pod.workload().ref()
                        + " pod spec.imagePullSecrets: is without the Secrets of the key imagePullSecrets; print them")
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
