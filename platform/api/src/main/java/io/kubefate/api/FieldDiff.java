package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A field that differs.
 *
 * @param path for example {@code spec.template.spec.containers[python].image}; for a text of several lines with the line
 * @param before the old value, passwords masked; empty if the field is added
 * @param after the new value, passwords masked; empty if the field is removed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FieldDiff(String path, String before, String after) {}
