package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A FATE cluster, in the shape of existing clients.
 *
 * @param uuid its id
 * @param name its name
 * @param namespace its one Kubernetes namespace
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param values the stored cluster.yaml text
 * @param spec the parsed cluster.yaml; omitted in lists
 * @param revision 0 when created; each successful install or update increments it
 * @param helmRevision always equal to {@code revision}; existing clients expect the field
 * @param chartValues always empty; existing clients expect the field
 * @param status one of Pending, Creating, Deleting, Updating, Running, Unavailable, Deleted, Rollback, Failed, Unknown
 * @param info the live state; only in the reply for a single cluster
 * @param engine the FATE backend, for example {@code eggroll}
 * @param id the row number
 * @param createdAt when it was accepted
 * @param updatedAt when its row was last changed
 * @param deletedAt when it was deleted, or null
 * @param observedAt when status and drift were last observed; omitted before the first observation
 * @param drift how it differs from its revision; omitted before the first observation
 * @param etag its version, for {@code If-Match}; only in the reply for a single cluster
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Cluster(
        String uuid,
        String name,
        @JsonProperty("namespaces") String namespace,
        @JsonProperty("chart_name") String chartName,
        @JsonProperty("chart_version") String chartVersion,
        String values,

        @JsonProperty("Spec") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Object> spec,

        int revision,
        @JsonProperty("helm_revision") int helmRevision,
        @JsonProperty("chart_values") Map<String, Object> chartValues,
        String status,

        @JsonProperty("Info") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        ClusterInfo info,

        String engine,
        @JsonProperty("ID") long id,
        @JsonProperty("CreatedAt") Instant createdAt,
        @JsonProperty("UpdatedAt") Instant updatedAt,
        @JsonProperty("DeletedAt") @Nullable Instant deletedAt,

        @JsonProperty("observed_at") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Instant observedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ClusterDrift drift,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String etag) {

    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that has the fields of this one. */
    public Builder toBuilder() {
        return new Builder()
                .uuid(uuid)
                .name(name)
                .namespace(namespace)
                .chartName(chartName)
                .chartVersion(chartVersion)
                .values(values)
                .spec(spec)
                .revision(revision)
                .helmRevision(helmRevision)
                .chartValues(chartValues)
                .status(status)
                .info(info)
                .engine(engine)
                .id(id)
                .createdAt(createdAt)
                .updatedAt(updatedAt)
                .deletedAt(deletedAt)
                .observedAt(observedAt)
                .drift(drift)
                .etag(etag);
    }

    /** Collects the fields of a cluster. What is not set is empty or zero; optional fields are null. */
    public static final class Builder {

        private String uuid = "";
        private String name = "";
        private String namespace = "";
        private String chartName = "";
        private String chartVersion = "";
        private String values = "";
        private Map<String, Object> spec = Map.of();
        private int revision;
        private int helmRevision;
        private Map<String, Object> chartValues = Map.of();
        private String status = "";
        private @Nullable ClusterInfo info;
        private String engine = "";
        private long id;
        private Instant createdAt = Times.ZERO;
        private Instant updatedAt = Times.ZERO;
        private @Nullable Instant deletedAt;
        private @Nullable Instant observedAt;
        private @Nullable ClusterDrift drift;
        private @Nullable String etag;

        private Builder() {}

        public Builder uuid(String uuid) {
            this.uuid = uuid;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder namespace(String namespace) {
            this.namespace = namespace;
            return this;
        }

        public Builder chartName(String chartName) {
            this.chartName = chartName;
            return this;
        }

        public Builder chartVersion(String chartVersion) {
            this.chartVersion = chartVersion;
            return this;
        }

        public Builder values(String values) {
            this.values = values;
            return this;
        }

        public Builder spec(Map<String, Object> spec) {
            this.spec = spec;
            return this;
        }

        public Builder revision(int revision) {
            this.revision = revision;
            return this;
        }

        public Builder helmRevision(int helmRevision) {
            this.helmRevision = helmRevision;
            return this;
        }

        public Builder chartValues(Map<String, Object> chartValues) {
            this.chartValues = chartValues;
            return this;
        }

        public Builder status(String status) {
            this.status = status;
            return this;
        }

        public Builder info(@Nullable ClusterInfo info) {
            this.info = info;
            return this;
        }

        public Builder engine(String engine) {
            this.engine = engine;
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

        public Builder observedAt(@Nullable Instant observedAt) {
            this.observedAt = observedAt;
            return this;
        }

        public Builder drift(@Nullable ClusterDrift drift) {
            this.drift = drift;
            return this;
        }

        public Builder etag(@Nullable String etag) {
            this.etag = etag;
            return this;
        }

        public Cluster build() {
            return new Cluster(
                    uuid,
                    name,
                    namespace,
                    chartName,
                    chartVersion,
                    values,
                    spec,
                    revision,
                    helmRevision,
                    chartValues,
                    status,
                    info,
                    engine,
                    id,
                    createdAt,
                    updatedAt,
                    deletedAt,
                    observedAt,
                    drift,
                    etag);
        }
    }
}
