package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Kubernetes object as data, either desired or as read from the API server.
 *
 * @param content the object's fields as in JSON: maps with string keys, lists, strings, numbers, booleans
 */
public record Manifest(Map<String, Object> content) {

    /** Does not copy the content: callers must not change it afterwards. */
    public Manifest {
        requireNonNull(content, "content is null");
    }

    /** Returns the reference of the object; missing parts are empty text. */
    public ObjectRef ref() {
        return new ObjectRef(
                text(content, "apiVersion"), kind(), text(metadata(), "namespace"), text(metadata(), "name"));
    }

    /** Returns the kind, for example {@code Deployment}, or empty text. */
    public String kind() {
        return text(content, "kind");
    }

    /** Returns {@code metadata}, empty if it is missing. */
    public Map<String, Object> metadata() {
        return map(content, "metadata");
    }

    /** Returns {@code spec}, empty if it is missing. */
    public Map<String, Object> spec() {
        return map(content, "spec");
    }

    /** Returns {@code status}, empty if it is missing. */
    public Map<String, Object> status() {
        return map(content, "status");
    }

    /** Returns the uid; empty text for an object that was not read from Kubernetes. */
    public String uid() {
        return text(metadata(), "uid");
    }

    /** Returns the value of a label, or empty text. */
    public String label(String key) {
        return text(map(metadata(), "labels"), key);
    }

    /** Returns the value of an annotation, or empty text. */
    public String annotation(String key) {
        return text(map(metadata(), "annotations"), key);
    }

    /** Returns the names in an annotation that separates them by commas. */
    public List<String> annotationNames(String key) {
        return Arrays.stream(annotation(key).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns the creation time; {@link Instant#EPOCH} for an object that was not read from Kubernetes. */
    public Instant createdAt() {
        String created = text(metadata(), "creationTimestamp");
        return created.isEmpty() ? Instant.EPOCH : Instant.parse(created);
    }

    /** Returns the map under a key, empty if it is missing or not a map. */
    @SuppressWarnings("unchecked") // JSON maps have string keys
    public static Map<String, Object> map(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** Returns a copy with the field of the metadata set. */
    public Manifest withMetadata(String key, Object value) {
        return new Manifest(with(content, "metadata", with(metadata(), key, value)));
    }

    /** Returns a copy with the field of the spec set. */
    public Manifest withSpec(String key, Object value) {
        return new Manifest(with(content, "spec", with(spec(), key, value)));
    }

    /** Returns a copy with the label set. */
    public Manifest withLabel(String key, String value) {
        return withMetadata("labels", with(map(metadata(), "labels"), key, value));
    }

    /** Returns a copy with the annotation set. */
    public Manifest withAnnotation(String key, String value) {
        return withMetadata("annotations", with(map(metadata(), "annotations"), key, value));
    }

    /** Returns a copy with the label set in the pod template; the same object if it has no pod template. */
    public Manifest withPodLabel(String key, String value) {
        return withPodMetadata("labels", key, value);
    }

    /** Returns a copy with the annotation set in the pod template; the same object if it has no pod template. */
    public Manifest withPodAnnotation(String key, String value) {
        return withPodMetadata("annotations", key, value);
    }

    /** Returns the value of an annotation of the pod template, or empty text. */
    public String podAnnotation(String key) {
        return text(map(map(map(spec(), "template"), "metadata"), "annotations"), key);
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
