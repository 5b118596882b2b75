package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.secret.SecretNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the password values that are hidden wherever they occur: those of a cluster.yaml and those of Secrets. A password that only
 * rendered objects have is a default, which the plugin publishes; it is hidden by the name of its field, variable, option or setting.
 */
final class SecretValues {

    /** The fields of a Secret with its values; the first has them in base64. */
    static final List<String> PARTS = List.of("data", "stringData");

    /** Shorter values in objects would hide parts of ordinary words in a log. */
    private static final int SHORTEST = 3;

    /** Of a PEM key, each line is hidden, because formats indent or join the lines differently. */
    private static final int SHORTEST_LINE = 8;

    private static final List<String> NAMES = List.of("name", "namespace", "chartName");

    /** The fields of objects whose values are names that everybody may know. */
    private static final Set<String> NAME_FIELDS =
            Set.of("name", "namespace", "subPath", "claimName", "secretName", "serviceName", "storageClassName");

    /** The value of a setting, if it is neither a reference nor a number, which would hide other numbers. */
    private static final Pattern SETTING_VALUE =
            Pattern.compile("[\"']?(?!(?:[\\d.]++|true|false|null)(?:[\\s\"',]|$))([^\\s\"',;${}\\[\\]]++)");

    private final Set<String> values = new TreeSet<>();

    /** Passwords in rendered objects, which may be defaults. */
    private final Set<String> rendered = new TreeSet<>();

    /** All lines of the values of the cluster.yaml files. */
    private final Set<String> chosen = new HashSet<>();

    private final Set<String> words = new TreeSet<>();

    /** The searched texts: the node managers of a cluster have the same configuration files. */
    private final Set<String> texts = new HashSet<>();

    /**
     * Returns the values to hide wherever they occur.
     *
     * @return the values without words of the clusters' own names and names in their objects: {@code fate} as a password is not secret,
     *     and hiding it would make all text unreadable
     */
    Collection<String> values() {
        return Stream.concat(values.stream(), rendered.stream().filter(chosen::contains))
                .filter(value -> !words.contains(value))
                .distinct()
                .toList();
    }

    /** Adds the passwords of a cluster.yaml. */
    void addSpec(Map<String, Object> spec) {
        addNamed("", spec);
        addTexts(spec);
        for (String key : NAMES) {
            String name = String.valueOf(spec.getOrDefault(key, ""));
            words.add(name);
            words.addAll(List.of(name.split("\\W+")));
        }
    }

    /** Adds the values of a Secret, and the passwords in other objects: variables, options and settings in configuration files. */
    void addObject(Manifest object) {
        if (object.kind().equals("Secret")) {
            PARTS.forEach(part -> addSecret(part, object.content().get(part)));
            object.metadata().forEach(this::addName);
        } else {
            addRendered(object.content());
        }
    }

    /**
     * Returns the encodings of a value.
     *
     * @param value the plain value
     * @return the value itself, and as in JSON, YAML, URLs, variables of Kubernetes and, also inside a longer text, base64
     */
    static Stream<String> forms(String value) {
        Stream<String> plain = Stream.of(
                value,
                value.replace("\\", "\\\\").replace("\"", "\\\""),
                value.replace("'", "''"),
                value.replace("$(", "$$("),
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"),
                Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        return Stream.concat(plain, IntStream.range(0, 3).boxed().flatMap(before -> inBase64(before, value)));
    }

    /**
     * Returns the part of the base64 of a longer text that depends only on the value.
     *
     * @param before the number of bytes before the value, modulo 3
     */
    private static Stream<String> inBase64(int before, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = before == 0 ? 0 : before + 1;
        int end = shifted.length * Byte.SIZE / 6;
        return end - first >= SHORTEST_LINE ? Stream.of(encoded.substring(first, end)) : Stream.empty();
    }

    private void addNamed(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> addNamed(String.valueOf(name), inner));
        } else if (value instanceof Collection<?> list) {
            list.forEach(item -> addNamed(key, item));
        } else if (value != null
                && SecretNames.isSecret(key)
                && !String.valueOf(value).isEmpty()) {
            values.add(String.valueOf(value));
        }
    }

    private void addTexts(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::addTexts);
        } else if (value instanceof Collection<?> list) {
            list.forEach(this::addTexts);
        } else if (value != null) {
            String.valueOf(value).lines().map(String::strip).forEach(chosen::add);
        }
    }

    private void addName(Object field, @Nullable Object value) {
        if (value instanceof String name && NAME_FIELDS.contains(String.valueOf(field))) {
            words.add(name);
        }
    }

    private void addRendered(@Nullable Object content) {
        if (content instanceof Map<?, ?> map) {
            if (map.get("value") instanceof String value && SecretNames.isSecret(String.valueOf(map.get("name")))) {
                add(rendered, value);
            }
            map.forEach(this::addName);
            map.values().forEach(this::addRendered);
        } else if (content instanceof Collection<?> list) {
            addArguments(list);
        } else if (content instanceof String text && texts.add(text)) {
            SecretNames.values(text).forEach(value -> addSetting(text, value));
        }
    }

    private void addArguments(Collection<?> list) {
        boolean afterOption = false;
        for (Object item : list) {
            if (afterOption) {
                add(rendered, String.valueOf(item));
            }
            addRendered(item);
            afterOption = item instanceof String argument && SecretNames.isSecretOption(argument);
        }
    }

    private void addSetting(String text, SecretNames.Value setting) {
        Matcher value = SETTING_VALUE.matcher(text).region(setting.start(), setting.end());
        if (value.lookingAt()) {
            add(rendered, value.group(1));
        }
    }

    private void addSecret(String part, @Nullable Object content) {
        if (content instanceof Map<?, ?> map) {
            for (Object value : map.values()) {
                add(values, String.valueOf(value));
                if (part.equals("data")) {
                    add(values, decoded(String.valueOf(value)));
                }
            }
        }
    }

    private static void add(Set<String> values, String value) {
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
