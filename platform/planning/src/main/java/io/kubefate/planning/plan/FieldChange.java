package io.kubefate.planning.plan;

/**
 * A field that changes.
 *
 * @param path where it is, for example {@code spec.template.spec.containers[python].image}
 * @param before its value as a person reads it; empty text if it is new
 * @param after its value as a person reads it; empty text if it goes
 */
public record FieldChange(String path, String before, String after) {}
