package io.kubefate.planning.plan;

import static java.util.stream.Collectors.joining;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.secret.SecretNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides passwords in displayed data: the values of Secrets and those with password-like names in a cluster.yaml, wherever and in
 * whatever encoding they occur, and the value of a field, environment variable, option or line of a configuration file with such a
 * name, and the password of a URL. The time is linear in the length of the data.
 */
public final class Mask {

    /** The replacement text. */
    public static final String HIDDEN = "(hidden)";

    private static final Pattern HIDDEN_VALUE =
            Pattern.compile("(?m)[\"']?" + Pattern.quote(HIDDEN) + "[\"']?[^\\S\\n]*+(?:[,}\\]]|$)");

    private final Occurrences values;

    private Mask(Collection<String> values) {
        this.values = new Occurrences(
                values.stream().flatMap(SecretValues::forms).distinct().toList());
    }

    /** Returns a mask that hides the passwords of the contents of cluster.yaml files. */
    public static Mask of(Collection<Map<String, Object>> specs) {
        return of(specs, List.of());
    }

    /**
     * Returns a mask that hides the passwords of these specs and of these objects.
     *
     * @param specs the contents of cluster.yaml files
     * @param objects the objects rendered from them
     */
    public static Mask of(Collection<Map<String, Object>> specs, Collection<Manifest> objects) {
        SecretValues found = new SecretValues();
        specs.forEach(found::addSpec);
        objects.forEach(found::addObject);
        return new Mask(found.values());
    }

    /**
     * Masks the value of a field.
     *
     * @param path the path of the field
     * @param value its value
     * @return text for display
     */
    String value(String path, Object value) {
        String name = path.replaceFirst("\\.value$", "");
        String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('[')) + 1);
        boolean hidden = SecretNames.isSecret(last) && !(value instanceof Map) && !(value instanceof Collection);
        return hidden ? HIDDEN : text(compact(content(value)));
    }

    /** Masks passwords in text of any number of lines. */
    public String text(String text) {
        String known = withoutValues(text);
        String settings = without(known, SecretNames.values(known));
        return without(settings, SecretNames.inUrls(settings));
    }

    /** Masks passwords in maps, lists and scalars. */
    public Object content(Object value) {
        return content("", value);
    }

    /** Masks passwords in an object; only the keys of a Secret remain. */
    public Manifest object(Manifest object) {
        Map<String, Object> masked = contents(object.content());
        if (object.kind().equals("Secret")) {
            SecretValues.PARTS.forEach(part -> masked.computeIfPresent(part, (name, value) -> hidden(value)));
        }
        return new Manifest(masked);
    }

    private String withoutValues(String text) {
        BitSet found = values.in(text);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (int start = found.nextSetBit(0); start >= 0; start = found.nextSetBit(copied)) {
            masked.append(text, copied, start).append(HIDDEN);
            copied = found.nextClearBit(start);
        }
        return masked.append(text, copied, text.length()).toString();
    }

    /** Hides parts of a text, unless they are hidden already. */
    private static String without(String text, List<SecretNames.Value> parts) {
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (SecretNames.Value value : parts) {
            if (value.start() >= copied && !isHidden(text, value.start())) {
                masked.append(text, copied, value.start()).append(HIDDEN);
                copied = value.end();
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }

    private static boolean isHidden(String text, int start) {
        return HIDDEN_VALUE.matcher(text).region(start, text.length()).lookingAt();
    }

    private Object content(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return contents(map);
        }
        if (value instanceof Collection<?> list) {
            return items(key, list);
        }
        if (value == null || value instanceof Boolean || value.equals("")) {
            return value;
        }
        if (SecretNames.isSecret(key)) {
            return HIDDEN;
        }
        return value instanceof String string ? text(string) : number(value);
    }

    /** A password can be a number. */
    private Object number(Object value) {
        return withoutValues(value.toString()).equals(HIDDEN) ? HIDDEN : value;
    }

    /** The value of an option of a command is the argument after it. */
    private List<Object> items(String key, Collection<?> list) {
        List<Object> masked = new ArrayList<>();
        boolean afterOption = false;
        for (Object item : list) {
            masked.add(content(afterOption ? "password" : key, item));
            afterOption = item instanceof String argument && SecretNames.isSecretOption(argument);
        }
        return masked;
    }

    /** An environment variable is a map of name and value. */
    private Map<String, Object> contents(Map<?, ?> map) {
        boolean secret = SecretNames.isSecret(String.valueOf(map.get("name")));
        Map<String, Object> masked = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            masked.put(name, content(secret && name.equals("value") ? "password" : name, value));
        });
        return masked;
    }

    private static Object hidden(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        map.keySet().forEach(key -> keys.put(String.valueOf(key), HIDDEN));
        return keys;
    }

    private static String compact(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + compact(entry.getValue()))
                    .collect(joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Mask::compact).collect(joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }
}
