package io.kubefate.planning.plan;

import static java.util.stream.Collectors.joining;

import io.kubefate.planning.manifest.Manifest;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hides passwords in displayed data: the values of Secrets and those under password-like keys of a cluster.yaml, wherever they
 * occur, and the value of a field, environment variable or line of a configuration file with such a name.
 */
public final class Mask {

    /** The replacement text. */
    public static final String HIDDEN = "(hidden)";

    private static final String NAME = "(?:passw(?:or)?d|passphrase|pass(?![a-z])|secret_?key|token|credential)";
    private static final Pattern SECRET_NAME = Pattern.compile("(?i)" + NAME);

    /** A line with a password-like name whose value is not hidden yet. */
    private static final Pattern SECRET_LINE = Pattern.compile(
            "(?im)^(.*" + NAME + "[\\w.\"'-]*\\s*[:=]\\s*)(?![\"']?\\(hidden\\)[\"']?\\s*(?:[,}\\]]|$))(\\S[^\\n]*)$");

    /** A value of this length cannot be part of an ordinary word, so it is hidden even inside one, as in {@code mysql -ppassword}. */
    private static final int LONG = 8;

    private final List<Pattern> values;

    private Mask(Collection<String> values) {
        this.values = values.stream()
                .flatMap(SecretValues::forms)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Mask::pattern)
                .toList();
    }

    /** Returns a mask that hides the passwords of the contents of cluster.yaml files. */
    public static Mask of(Collection<Map<String, Object>> specs) {
        return of(specs, List.of());
    }

    /**
     * Returns a mask that hides the passwords of these specs and the values of the Secrets among these objects.
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

    /** Returns whether the name of a field, variable or setting is password-like. */
    static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
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
        boolean hidden = isSecret(last) && !(value instanceof Map) && !(value instanceof Collection);
        return hidden ? HIDDEN : text(compact(value));
    }

    /** Masks passwords in text of any number of lines. */
    public String text(String text) {
        String masked = text;
        for (Pattern value : values) {
            masked = value.matcher(masked).replaceAll(HIDDEN);
        }
        return SECRET_LINE.matcher(masked).replaceAll("$1" + HIDDEN);
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

    private Object content(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return contents(map);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(item -> content(key, item)).toList();
        }
        if (value == null || value instanceof Boolean || value.equals("")) {
            return value;
        }
        if (isSecret(key)) {
            return HIDDEN;
        }
        return value instanceof String string ? text(string) : value;
    }

    /** An environment variable is a map of name and value. */
    private Map<String, Object> contents(Map<?, ?> map) {
        boolean secret = isSecret(String.valueOf(map.get("name")));
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

    private static Pattern pattern(String value) {
        String quoted = Pattern.quote(value);
        return Pattern.compile(value.length() >= LONG ? quoted : "(?<!\\w)" + quoted + "(?!\\w)");
    }

    /** An environment variable in a whole container is a map of name and value. */
    private static String compact(Object value) {
        if (value instanceof Map<?, ?> map) {
            boolean secret = isSecret(String.valueOf(map.get("name")));
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": "
                            + (secret && entry.getKey().equals("value") ? HIDDEN : compact(entry.getValue())))
                    .collect(joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Mask::compact).collect(joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }
}
