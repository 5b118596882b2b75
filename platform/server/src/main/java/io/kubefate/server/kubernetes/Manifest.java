package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A Kubernetes object as data: what is applied, or what the API server has.
 *
 * @param content the object's fields as JSON knows them: maps with string keys, lists, strings, numbers, booleans
 */
public record Manifest(Map<String, Object> content) {

    /** Checks that there is content. It is not copied: whoever makes a manifest leaves it unchanged afterwards. */
    public Manifest {
        requireNonNull(content, "content is null");
    }

    /** {@return which object it is; absent parts are empty text} */
    public ObjectRef ref() {
        return new ObjectRef(
                text(content, "apiVersion"), kind(), text(metadata(), "namespace"), text(metadata(), "name"));
    }

    /** {@return for example {@code Deployment}, or empty text} */
    public String kind() {
        return text(content, "kind");
    }

    /** {@return {@code metadata}, empty if there is none} */
    public Map<String, Object> metadata() {
        return map(content, "metadata");
    }

    /** {@return {@code spec}, empty if there is none} */
    public Map<String, Object> spec() {
        return map(content, "spec");
    }

    /**
     * A label.
     *
     * @param key its key
     * @return its value, or empty text
     */
    public String label(String key) {
        return text(map(metadata(), "labels"), key);
    }

    /**
     * An annotation.
     *
     * @param key its key
     * @return its value, or empty text
     */
    public String annotation(String key) {
        return text(map(metadata(), "annotations"), key);
    }

    /**
     * A map inside a map.
     *
     * @param parent where to look
     * @param key its key
     * @return the map, empty if it is absent or something else
     */
    @SuppressWarnings("unchecked") // JSON maps have string keys
    public static Map<String, Object> map(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static String text(Map<String, Object> parent, String key) {
        Object value = parent.get(key);
        return value == null ? "" : String.valueOf(value);
    }
}
