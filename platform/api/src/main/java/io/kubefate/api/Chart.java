package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release that a loaded plugin serves, in the shape in which existing clients know charts.
 *
 * @param uuid derived from name, version and engine, so that it is the same on every service
 * @param name for example {@code fate}
 * @param chart a description in YAML: name, version, engine, plugin, modules
 * @param values a cluster.yaml to start from
 * @param valuesTemplate always empty; existing clients expect the field
 * @param valuesTemplateExample a cluster.yaml to start from
 * @param templates the files that render it; in a list of charts empty
 * @param version for example {@code v1.5.0}
 * @param appVersion the FATE version, for example {@code v1.5.0}
 * @param engine the FATE backend, for example {@code eggroll}
 * @param plugin the id and version of the plugin that serves it
 * @param id the number of its plugin
 * @param createdAt when the plugin was installed
 * @param updatedAt when it was installed, upgraded, enabled or disabled last
 * @param deletedAt always null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Chart(
        String uuid,
        String name,
        String chart,
        String values,
        @JsonProperty("values_template") String valuesTemplate,
        @JsonProperty("values_template_example") String valuesTemplateExample,
        List<ChartTemplate> templates,
        String version,
        @JsonProperty("app_version") String appVersion,
        String engine,
        String plugin,
        @JsonProperty("ID") long id,
        @JsonProperty("CreatedAt") Instant createdAt,
        @JsonProperty("UpdatedAt") Instant updatedAt,
        @JsonProperty("DeletedAt") @Nullable Instant deletedAt) {}
