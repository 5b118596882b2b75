package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release that a loaded plugin serves, in the shape that existing clients know as a chart.
 *
 * @param uuid derived from name, version and engine, so that it is the same on every service
 * @param name for example {@code fate}
 * @param chart a description in YAML: name, version, engine, plugin, modules
 * @param values an example of a cluster.yaml
 * @param valuesTemplate always empty; existing clients expect the field
 * @param valuesTemplateExample an example of a cluster.yaml
 * @param templates the files that render it; empty in a list
 * @param version for example {@code v1.5.0}
 * @param appVersion the FATE version, for example {@code v1.5.0}
 * @param engine the FATE backend, for example {@code eggroll}
 * @param plugin the id and version of the plugin that serves it
 * @param id the number of its plugin
 * @param createdAt when the plugin was installed
 * @param updatedAt when it was last installed, upgraded, enabled or disabled
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
        @JsonProperty("DeletedAt") @Nullable Instant deletedAt) {

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a chart. What is not set is empty or zero; {@code deletedAt} is null. */
    public static final class Builder {

        private String uuid = "";
        private String name = "";
        private String chart = "";
        private String values = "";
        private String valuesTemplate = "";
        private String valuesTemplateExample = "";
        private List<ChartTemplate> templates = List.of();
        private String version = "";
        private String appVersion = "";
        private String engine = "";
        private String plugin = "";
        private long id;
        private Instant createdAt = Times.ZERO;
        private Instant updatedAt = Times.ZERO;
        private @Nullable Instant deletedAt;

        private Builder() {}

        public Builder uuid(String uuid) {
            this.uuid = uuid;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder chart(String chart) {
            this.chart = chart;
            return this;
        }

        public Builder values(String values) {
            this.values = values;
            return this;
        }

        public Builder valuesTemplate(String valuesTemplate) {
            this.valuesTemplate = valuesTemplate;
            return this;
        }

        public Builder valuesTemplateExample(String valuesTemplateExample) {
            this.valuesTemplateExample = valuesTemplateExample;
            return this;
        }

        public Builder templates(List<ChartTemplate> templates) {
            this.templates = templates;
            return this;
        }

        public Builder version(String version) {
            this.version = version;
            return this;
        }

        public Builder appVersion(String appVersion) {
            this.appVersion = appVersion;
            return this;
        }

        public Builder engine(String engine) {
            this.engine = engine;
            return this;
        }

        public Builder plugin(String plugin) {
            this.plugin = plugin;
            return this;
        }

        public Builder id(long id) {
            this.id = id;
            return this;
        }

        public Builder createdAt(Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        public Builder updatedAt(Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        public Builder deletedAt(@Nullable Instant deletedAt) {
            this.deletedAt = deletedAt;
            return this;
        }

        public Chart build() {
            return new Chart(
                    uuid,
                    name,
                    chart,
                    values,
                    valuesTemplate,
                    valuesTemplateExample,
                    templates,
                    version,
                    appVersion,
                    engine,
                    plugin,
                    id,
                    createdAt,
                    updatedAt,
                    deletedAt);
        }
    }
}
