package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
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

    /** {@return when Kubernetes made it; {@link Instant#EPOCH} for an object that was not read from Kubernetes} */
    public Instant createdAt() {
        String created = text(metadata(), "creationTimestamp");
        return created.isEmpty() ? Instant.EPOCH : Instant.parse(created);
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

    /**
     * The same object with one more field of its metadata.
     *
     * @param key the field
     * @param value its value
     * @return a changed copy
     */
    public Manifest withMetadata(String key, Object value) {
        return new Manifest(with(content, "metadata", with(metadata(), key, value)));
    }

    /**
     * The same object with one more label.
     *
     * @param key the label's key
     * @param value its value
     * @return a changed copy
     */
    public Manifest withLabel(String key, String value) {
        return withMetadata("labels", with(map(metadata(), "labels"), key, value));
    }

    /**
     * The same object with one more annotation.
     *
     * @param key the annotation's key
     * @param value its value
     * @return a changed copy
     */
    public Manifest withAnnotation(String key, String value) {
        return withMetadata("annotations", with(map(metadata(), "annotations"), key, value));
    }

    /**
     * The same object with one more label on the pods it makes.
     *
     * @param key the label's key
     * @param value its value
     * @return a changed copy, or this if it has no pod template
     */
    public Manifest withPodLabel(String key, String value) {
        return withPodMetadata("labels", key, value);
    }

    /**
     * The same object with one more annotation on the pods it makes.
     *
     * @param key the annotation's key
     * @param value its value
     * @return a changed copy, or this if it has no pod template
     */
    public Manifest withPodAnnotation(String key, String value) {
        return withPodMetadata("annotations", key, value);
    }

    private Manifest withPodMetadata(String field, String key, String value) {
        if (!(spec().get("template") instanceof Map)) {
            return this;
        }
        Map<String, Object> template = map(spec(), "template");
        Map<String, Object> metadata = map(template, "metadata");
        Map<String, Object> changed = with(metadata, field, with(map(metadata, field), key, value));
        return new Manifest(with(content, "spec", with(spec(), "template", with(template, "metadata", changed))));
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private static String text(Map<String, Object> parent, String key) {
        Object value = parent.get(key);
        return value == null ? "" : String.valueOf(value);
    }
}
