package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * A Kubernetes namespace.
 *
 * @param name its name
 * @param status {@code Active} or {@code Terminating}
 * @param labels its labels
 * @param annotations its annotations
 * @param age since its creation, as kubectl prints it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Namespace(
        @JsonProperty("Name") String name,
        @JsonProperty("Status") String status,
        @JsonProperty("Labels") Map<String, String> labels,
        @JsonProperty("Annotations") Map<String, String> annotations,
        @JsonProperty("Age") String age) {}
