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

/** Finds the values that are passwords: by the names under which they stand, and in Secrets. */
final class SecretValues {

    /** Where a Secret has its values: the first in base64. */
    static final List<String> PARTS = List.of("data", "stringData");

    /** Shorter ones that nobody wrote into a cluster.yaml would hide every other word of a log. */
    private static final int SHORTEST = 3;

    /** Of a key in PEM the lines count, because each form of writing indents or joins them in its own way. */
    private static final int SHORTEST_LINE = 8;

    private static final List<String> NAMES = List.of("name", "namespace", "chartName");

    private final Set<String> values = new TreeSet<>();
    private final Set<String> words = new TreeSet<>();

    /**
     * What is to be hidden wherever it turns up.
     *
     * @return the values that were found, but for words of the clusters' own names: {@code fate} as a password is no secret, and
     *     nothing could be read without it
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

    /** Adds the values of a Secret; what stands in other objects is a default that everybody may know, or of the cluster.yaml. */
    void addObject(Manifest object) {
        if (object.kind().equals("Secret")) {
            PARTS.forEach(part -> addSecret(part, object.content().get(part)));
        }
    }

    /**
     * How a value may be written.
     *
     * @param value as it is
     * @return itself, and as JSON, YAML, URLs and Secrets have it
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
            return ""; // no base64: Kubernetes would not have taken it
        }
    }
}
