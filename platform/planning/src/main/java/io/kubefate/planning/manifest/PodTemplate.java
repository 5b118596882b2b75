package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.Annotations;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pod template of an object.
 *
 * @param object the object that creates the pods
 * @param podSpec the spec of the pods
 */
public record PodTemplate(Manifest object, Map<String, Object> podSpec) {

    private static final Set<String> TEMPORARY = Set.of("emptyDir", "ephemeral", "csi");

    public PodTemplate {
        requireNonNull(object, "object is null");
        requireNonNull(podSpec, "podSpec is null");
    }

    /**
     * Finds the pod template of a Pod, a CronJob, or an object that has it in {@code spec.template}: Deployments, StatefulSets,
     * DaemonSets, ReplicaSets and Jobs.
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

    /** Returns the images in the order in which their containers start. */
    List<ImageUse> images() {
        return Stream.concat(
                        maps("initContainers").map(container -> use(container, true)),
                        maps("containers").map(container -> use(container, false)))
                .filter(use -> !use.image().isEmpty())
                .toList();
    }

    /** Returns the names in {@code imagePullSecrets}. */
    List<String> pullSecrets() {
        return maps("imagePullSecrets")
                .map(secret -> text(secret, "name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns the names of the claims that the pods use, also those that Kubernetes makes for them. */
    public List<String> claims() {
        return Stream.concat(
                        claims(maps("volumes")),
                        TemplateClaims.of(object).stream().flatMap(claims -> claims.names().stream()))
                .toList();
    }

    /** Returns the names of the claims with the data of {@link Annotations#DATA_VOLUMES}. */
    public List<String> dataClaims() {
        List<String> names = object.annotationNames(Annotations.DATA_VOLUMES);
        Stream<String> made = TemplateClaims.of(object).stream()
                .flatMap(claims -> claims.templates()
                        .filter(template -> names.contains(template.ref().name()))
                        .flatMap(claims::names));
        return Stream.concat(claims(maps("volumes").filter(volume -> names.contains(text(volume, "name")))), made)
                .toList();
    }

    private static Stream<String> claims(Stream<Map<String, Object>> volumes) {
        return volumes.map(volume -> text(Manifest.map(volume, "persistentVolumeClaim"), "claimName"))
                .filter(name -> !name.isEmpty());
    }

    /** Returns the init containers, then the containers. */
    public Stream<Map<String, Object>> containers() {
        return Stream.concat(maps("initContainers"), maps("containers"));
    }

    /**
     * Returns the volumes that Kubernetes creates with a pod and deletes with it: {@code emptyDir}, generic ephemeral and inline CSI
     * volumes. A {@code hostPath} stays on its node.
     */
    public List<String> temporaryVolumes() {
        return maps("volumes")
                .filter(volume -> TEMPORARY.stream().anyMatch(volume::containsKey))
                .map(volume -> text(volume, "name"))
                .toList();
    }

    /**
     * Returns an environment variable of the containers, as in their manifest.
     *
     * @return {@code name} and {@code value} or {@code valueFrom}; empty if no container has it
     */
    public Optional<Map<String, Object>> variable(String name) {
        return maps("containers")
                .flatMap(container -> maps(container, "env"))
                .filter(variable -> text(variable, "name").equals(name))
                .findFirst();
    }

    /**
     * Returns the resource request of one pod.
     *
     * @param resource {@code cpu} or {@code memory}
     * @param otherwise the request of a container that has neither request nor limit
     * @return cores or bytes
     */
    public BigDecimal request(String resource, BigDecimal otherwise) {
        return maps("containers")
                .map(container -> Manifest.map(container, "resources"))
                .map(resources -> Quantities.amount(request(resources, resource, otherwise)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Without a request, Kubernetes uses the limit. */
    private static Object request(Map<String, Object> resources, String resource, Object otherwise) {
        Object limit = Manifest.map(resources, "limits").getOrDefault(resource, otherwise);
        return Manifest.map(resources, "requests").getOrDefault(resource, limit);
    }

    /**
     * Returns whether every container, also an init container, specifies a resource.
     *
     * @param resource {@code cpu} or {@code memory}
     * @param limit whether a limit is needed; otherwise a request or a limit
     */
    public boolean specifies(String resource, boolean limit) {
        return containers()
                .map(container -> Manifest.map(container, "resources"))
                .allMatch(resources -> Manifest.map(resources, "limits").containsKey(resource)
                        || !limit && Manifest.map(resources, "requests").containsKey(resource));
    }

    /** Returns the desired number of pods. */
    public int replicas() {
        return object.spec().get("replicas") instanceof Number number ? number.intValue() : 1;
    }

    /**
     * Returns the ConfigMaps and Secrets that the pods read at their start, for example {@code ConfigMap/eggroll-config}: all but those of
     * {@link Annotations#LIVE_VOLUMES}.
     */
    List<String> configurations() {
        List<String> live = object.annotationNames(Annotations.LIVE_VOLUMES);
        Stream<String> mounted = maps("volumes")
                .filter(volume -> !live.contains(text(volume, "name")))
                .flatMap(volume -> Stream.concat(Stream.of(volume), maps(Manifest.map(volume, "projected"), "sources")))
                .flatMap(source -> Stream.of(
                        named("ConfigMap", Manifest.map(source, "configMap"), "name"),
                        named("Secret", Manifest.map(source, "secret"), "name"),
                        named("Secret", Manifest.map(source, "secret"), "secretName")));
        Stream<String> variables = containers()
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

    /** Returns the name of the ServiceAccount of the pods. */
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

    /** By default Kubernetes always pulls an image without a tag or with the tag latest, unless it has a digest. */
    private static String defaultPolicy(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        boolean moves = !name.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
        return moves ? "Always" : "IfNotPresent";
    }

    private Stream<Map<String, Object>> maps(String key) {
        return maps(podSpec, key);
    }

    @SuppressWarnings("unchecked") // JSON maps have string keys
    static Stream<Map<String, Object>> maps(Map<String, Object> parent, String key) {
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
