package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pods that an object makes.
 *
 * @param object what makes them
 * @param podSpec their spec
 */
public record PodTemplate(Manifest object, Map<String, Object> podSpec) {

    public PodTemplate {
        requireNonNull(object, "object is null");
        requireNonNull(podSpec, "podSpec is null");
    }

    /**
     * Finds the pod template of a Pod, a CronJob, or anything that has it where Deployments, StatefulSets, DaemonSets, ReplicaSets
     * and Jobs do.
     *
     * @param object any object
     * @return its pod template, if it has one
     */
    public static Optional<PodTemplate> of(Manifest object) {
        Map<String, Object> spec = object.spec();
        Map<String, Object> podSpec = switch (object.kind()) {
            case "Pod" -> spec;
            case "CronJob" -> inside(spec, "jobTemplate", "spec", "template", "spec");
            default -> inside(spec, "template", "spec");
        };
        return Optional.of(new PodTemplate(object, podSpec))
                .filter(template -> template.podSpec().containsKey("containers"));
    }

    /** {@return what is pulled, in the order in which it is started} */
    List<ImageUse> images() {
        return Stream.concat(
                        maps("initContainers").map(container -> use(container, true)),
                        maps("containers").map(container -> use(container, false)))
                .filter(use -> !use.image().isEmpty())
                .toList();
    }

    /** {@return the names in {@code imagePullSecrets}} */
    List<String> pullSecrets() {
        return maps("imagePullSecrets")
                .map(secret -> text(secret, "name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** {@return the names of the claims that they use} */
    public List<String> claims() {
        return maps("volumes")
                .map(volume -> text(Manifest.map(volume, "persistentVolumeClaim"), "claimName"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * What its pods ask for.
     *
     * @param resource {@code cpu} or {@code memory}
     * @return cores or bytes, of one pod
     */
    public BigDecimal request(String resource) {
        return maps("containers")
                .map(container -> Manifest.map(container, "resources"))
                .map(resources -> Quantities.amount(request(resources, resource)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A container that has a limit alone requests as much. */
    private static Object request(Map<String, Object> resources, String resource) {
        Object limit = Manifest.map(resources, "limits").getOrDefault(resource, "0");
        return Manifest.map(resources, "requests").getOrDefault(resource, limit);
    }

    /** {@return how many pods there are to be} */
    public int replicas() {
        return object.spec().get("replicas") instanceof Number number ? number.intValue() : 1;
    }

    /** {@return the ConfigMaps and Secrets that they read, for example {@code ConfigMap/eggroll-config}} */
    List<String> configurations() {
        Stream<String> mounted = maps("volumes")
                .flatMap(volume -> Stream.concat(Stream.of(volume), maps(Manifest.map(volume, "projected"), "sources")))
                .flatMap(source -> Stream.of(
                        named("ConfigMap", Manifest.map(source, "configMap"), "name"),
                        named("Secret", Manifest.map(source, "secret"), "name"),
                        named("Secret", Manifest.map(source, "secret"), "secretName")));
        Stream<String> variables = Stream.concat(maps("initContainers"), maps("containers"))
                .flatMap(container -> Stream.concat(
                        maps(container, "env").map(variable -> Manifest.map(variable, "valueFrom")),
                        maps(container, "envFrom")))
                .flatMap(source -> Stream.of(
                        named("ConfigMap", Manifest.map(source, "configMapKeyRef"), "name"),
                        named("Secret", Manifest.map(source, "secretKeyRef"), "name"),
                        named("ConfigMap", Manifest.map(source, "configMapRef"), "name"),
                        named("Secret", Manifest.map(source, "secretRef"), "name")));
        return Stream.concat(mounted, variables)
                .filter(name -> !name.endsWith("/"))
                .toList();
    }

    private static String named(String kind, Map<String, Object> reference, String key) {
        return kind + "/" + text(reference, key);
    }

    /** {@return the name of the account that the pods run as} */
    String serviceAccount() {
        String name = text(podSpec, "serviceAccountName");
        return name.isEmpty() ? "default" : name;
    }

    private ImageUse use(Map<String, Object> container, boolean init) {
        String image = text(container, "image");
        String policy = text(container, "imagePullPolicy");
        return new ImageUse(
                image,
                object.label(Ownership.MODULE),
                object.ref().toString(),
                text(container, "name"),
                init,
                policy.isEmpty() ? defaultPolicy(image) : policy);
    }

    /** Kubernetes pulls always what is latest or has no tag, unless a digest fixes it. */
    private static String defaultPolicy(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        boolean moves = !name.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
        return moves ? "Always" : "IfNotPresent";
    }

    private Stream<Map<String, Object>> maps(String key) {
        return maps(podSpec, key);
    }

    @SuppressWarnings("unchecked") // JSON maps have string keys
    private static Stream<Map<String, Object>> maps(Map<String, Object> parent, String key) {
        Collection<?> items = parent.get(key) instanceof Collection<?> list ? list : List.of();
        return items.stream().filter(Map.class::isInstance).map(item -> (Map<String, Object>) item);
    }

    private static Map<String, Object> inside(Map<String, Object> map, String... keys) {
        Map<String, Object> inner = map;
        for (String key : keys) {
            inner = Manifest.map(inner, key);
        }
        return inner;
    }

    private static String text(Map<String, Object> map, String key) {
        return Objects.toString(map.get(key), "");
    }
}
