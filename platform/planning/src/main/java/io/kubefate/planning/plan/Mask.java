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
 * Hides passwords in what is shown: the values that a cluster.yaml has under keys which sound like it and those of Secrets,
 * wherever they turn up, and what stands behind such a name in a field, an environment variable or a line of a configuration file.
 */
public final class Mask {

    /** What is shown instead. */
    public static final String HIDDEN = "(hidden)";

    private static final String NAME = "(?:passw(?:or)?d|passphrase|pass(?![a-z])|secret_?key|token|credential)";
    private static final Pattern SECRET_NAME = Pattern.compile("(?i)" + NAME);

    /** A line of which nothing is hidden yet, by its name. */
    private static final Pattern SECRET_LINE = Pattern.compile(
            "(?im)^(.*" + NAME + "[\\w.\"'-]*\\s*[:=]\\s*)(?![\"']?\\(hidden\\)[\"']?\\s*(?:[,}\\]]|$))(\\S[^\\n]*)$");

    /** What is long enough is no part of an ordinary word, as in {@code mysql -ppassword}. */
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

    /**
     * Hides the passwords of these specs.
     *
     * @param specs the content of cluster.yaml files
     * @return the mask
     */
    public static Mask of(Collection<Map<String, Object>> specs) {
        return of(specs, List.of());
    }

    /**
     * Hides the passwords of these specs, and what is in Secrets among these objects.
     *
     * @param specs the content of cluster.yaml files
     * @param objects what was rendered from them
     * @return the mask
     */
    public static Mask of(Collection<Map<String, Object>> specs, Collection<Manifest> objects) {
        SecretValues found = new SecretValues();
        specs.forEach(found::addSpec);
        objects.forEach(found::addObject);
        return new Mask(found.values());
    }

    /**
     * Whether what has this name is to be hidden.
     *
     * @param name of a field, a variable or a setting
     * @return whether it sounds like a password
     */
    static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }

    /**
     * A field as it may be shown.
     *
     * @param path where it is
     * @param value its value
     * @return readable text
     */
    String value(String path, Object value) {
        String name = path.replaceFirst("\\.value$", "");
        String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('[')) + 1);
        boolean hidden = isSecret(last) && !(value instanceof Map) && !(value instanceof Collection);
        return hidden ? HIDDEN : text(compact(value));
    }

    /**
     * A text as it may be shown.
     *
     * @param text any number of lines
     * @return the same without passwords
     */
    public String text(String text) {
        String masked = text;
        for (Pattern value : values) {
            masked = value.matcher(masked).replaceAll(HIDDEN);
        }
        return SECRET_LINE.matcher(masked).replaceAll("$1" + HIDDEN);
    }

    /**
     * Structured data as they may be shown.
     *
     * @param value maps, lists and scalars
     * @return the same without passwords
     */
    public Object content(Object value) {
        return content("", value);
    }

    /**
     * An object as it may be shown.
     *
     * @param object of any kind; of a Secret only the keys are left
     * @return the same without passwords
     */
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
