package io.kubefate.api;

/**
 * A template of a release, in the shape in which existing clients know those of charts.
 *
 * @param name for example {@code templates/python.yaml.ftl}
 * @param data its text in UTF-8 and base64
 */
public record ChartTemplate(String name, String data) {}
