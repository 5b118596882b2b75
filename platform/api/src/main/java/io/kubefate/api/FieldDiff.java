package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A field that differs.
 *
 * @param path where it is, for example {@code spec.template.spec.containers[python].image}; of a text of many lines also the line
 * @param before its value, passwords hidden; empty text if it is new
 * @param after its value, passwords hidden; empty text if it goes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FieldDiff(String path, String before, String after) {}
