package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects password values: the values under password-like names and those of Secrets. */
final class SecretValues {

    /** The fields of a Secret with its values; the first has them in base64. */
    static final List<String> PARTS = List.of("data", "stringData");

    /** Shorter values in Secrets would hide parts of ordinary words in a log. */
    private static final int SHORTEST = 3;

    /** Of a PEM key, each line is hidden, because formats indent or join the lines differently. */
    private static final int SHORTEST_LINE = 8;

    private static final List<String> NAMES = List.of("name", "namespace", "chartName");

    private final Set<String> values = new TreeSet<>();
    private final Set<String> words = new TreeSet<>();

    /**
     * Returns the values to hide wherever they occur.
     *
     * @return the values without words of the clusters' own names: {@code fate} as a password is not secret, and hiding it would
     *     make all text unreadable
     */
    Collection<String> values() {
        return values.stream().filter(value -> !words.contains(value)).toList();
    }

    /** Adds the passwords of a cluster.yaml. */
    void addSpec(Map<String, Object> spec) {
        addNamed("", spec);
        for (String key : NAMES) {
            String name = String.valueOf(spec.getOrDefault(key, ""));
            words.add(name);
            words.addAll(List.of(name.split("\\W+")));
        }
    }

    /** Adds the values of a Secret. Passwords in other objects are public defaults, or come from the cluster.yaml. */
    void addObject(Manifest object) {
        if (object.kind().equals("Secret")) {
            PARTS.forEach(part -> addSecret(part, object.content().get(part)));
        }
    }

    /**
     * Returns the encodings of a value.
     *
     * @param value the plain value
     * @return the value itself, and as in JSON, YAML, URLs and Secrets
     */
    static Stream<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                value,
                value.replace("\\", "\\\\").replace("\"", "\\\""),
                value.replace("'", "''"),
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"),
                Base64.getEncoder().encodeToString(bytes));
    }

    private void addNamed(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> addNamed(String.valueOf(name), inner));
        } else if (value instanceof Collection<?> list) {
            list.forEach(item -> addNamed(key, item));
        } else if (value != null && Mask.isSecret(key) && !String.valueOf(value).isEmpty()) {
            values.add(String.valueOf(value));
        }
    }

    private void addSecret(String part, @Nullable Object content) {
        if (content instanceof Map<?, ?> map) {
            for (Object value : map.values()) {
                addWhole(String.valueOf(value));
                if (part.equals("data")) {
                    addWhole(decoded(String.valueOf(value)));
                }
            }
        }
    }

    private void addWhole(String value) {
        if (value.strip().contains("\n")) {
            value.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE)
                    .forEach(values::add);
        } else if (value.strip().length() >= SHORTEST) {
            values.add(value.strip());
        }
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // invalid base64, which Kubernetes rejects
        }
    }
}
