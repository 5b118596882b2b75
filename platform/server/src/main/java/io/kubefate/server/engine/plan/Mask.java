package io.kubefate.server.engine.plan;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Hides passwords in what is shown of objects: the values that a cluster.yaml has under keys which sound like it, wherever they
 * turn up, and what stands behind such a name in a field, an environment variable or a line of a configuration file.
 */
public final class Mask {

    /** What is shown instead. */
    public static final String HIDDEN = "(hidden)";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)passw(or)?d|passphrase|secret_?key|token|credential");
    private static final Pattern SECRET_LINE = Pattern.compile(
            "(?im)^(.*(?:passw(?:or)?d|passphrase|secret_?key|token|credential)[\\w.\"'-]*\\s*[:=]\\s*)(\\S[^\\n]*)$");

    private final List<Pattern> values;

    private Mask(Collection<String> values) {
        this.values = values.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(value -> Pattern.compile("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)"))
                .toList();
    }

    /**
     * Hides the passwords of these specs.
     *
     * @param specs the content of cluster.yaml files
     * @return the mask
     */
    public static Mask of(Collection<Map<String, Object>> specs) {
        Set<String> found = new TreeSet<>();
        specs.forEach(spec -> collect("", spec, found));
        return new Mask(found);
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
        boolean hidden = SECRET_NAME.matcher(last).find() && !(value instanceof Map) && !(value instanceof Collection);
        return hidden ? HIDDEN : text(compact(value));
    }

    /**
     * A text as it may be shown.
     *
     * @param text any number of lines
     * @return the same without passwords
     */
    public String text(String text) {
        String masked = SECRET_LINE.matcher(text).replaceAll("$1" + HIDDEN);
        for (Pattern value : values) {
            masked = value.matcher(masked).replaceAll(HIDDEN);
        }
        return masked;
    }

    /** An environment variable in a whole container is a map of name and value. */
    private static String compact(Object value) {
        if (value instanceof Map<?, ?> map) {
            boolean secret =
                    SECRET_NAME.matcher(String.valueOf(map.get("name"))).find();
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

    private static void collect(String key, Object value, Set<String> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> collect(String.valueOf(name), inner, found));
        } else if (value instanceof Collection<?> list) {
            list.forEach(item -> collect(key, item, found));
        } else if (value != null
                && SECRET_NAME.matcher(key).find()
                && !String.valueOf(value).isEmpty()) {
            found.add(String.valueOf(value));
        }
    }
}
