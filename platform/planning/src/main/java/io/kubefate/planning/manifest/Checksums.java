package io.kubefate.planning.manifest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Adds to each pod template a checksum of the ConfigMaps and Secrets that its pods read. Pods read them only at start, so the
 * checksum restarts them when the configuration changes.
 */
public final class Checksums {

    /** The annotation's key. */
    public static final String ANNOTATION = "kubefate.io/configuration";

    /** The path of the annotation in a reported difference. */
    public static final String PATH = "spec.template.metadata.annotations[" + ANNOTATION + "]";

    /** The kinds whose pods are replaced when their template changes; a Job's template is immutable. */
    private static final Set<String> ROLLED = Set.of("Deployment", "StatefulSet", "DaemonSet");

    private Checksums() {}

    /**
     * Annotates pod templates.
     *
     * @param objects all objects of a cluster
     * @return the same objects; those whose pods read a ConfigMap or Secret have the annotation
     */
    static List<Manifest> mark(List<Manifest> objects) {
        Map<String, Manifest> configurations = objects.stream()
                .filter(object ->
                        object.kind().equals("ConfigMap") || object.kind().equals("Secret"))
                .collect(Collectors.toMap(object -> object.ref().toString(), object -> object));
        return objects.stream().map(object -> mark(object, configurations)).toList();
    }

    private static Manifest mark(Manifest object, Map<String, Manifest> configurations) {
        if (!ROLLED.contains(object.kind())) {
            return object;
        }
        String read = PodTemplate.of(object).stream()
                .flatMap(template -> template.configurations().stream())
                .distinct()
                .sorted()
                .flatMap(name -> Optional.ofNullable(configurations.get(name)).stream()
                        .map(configuration -> name + canonical(content(configuration))))
                .collect(Collectors.joining("\n"));
        return read.isEmpty() ? object : object.withPodAnnotation(ANNOTATION, sha256(read));
    }

    private static Map<String, Object> content(Manifest configuration) {
        Map<String, Object> content = new TreeMap<>(configuration.content());
        content.keySet().retainAll(List.of("data", "binaryData", "stringData"));
        return content;
    }

    /** Sorts keys, since maps from the database have no fixed order. */
    private static String canonical(Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + canonical(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining("\0", "{", "}"))
                : String.valueOf(value);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
