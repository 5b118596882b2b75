package io.kubefate.api;

/**
 * A template of a release, in the shape that existing clients know.
 *
 * @param name for example {@code templates/python.yaml.ftl}
 * @param data its text in UTF-8 and base64
 */
public record ChartTemplate(String name, String data) {}
