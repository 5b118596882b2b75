package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a cluster.
 *
 * @param number from 1
 * @param current whether it is the current revision
 * @param good whether it became ready, so that a rollback to it is possible
 * @param restored for a rollback the revision that it restores; otherwise 0
 * @param chartVersion for example {@code v1.5.0}
 * @param engine for example {@code eggroll}
 * @param plugin id and version of the plugin that rendered it
 * @param creator the user's name
 * @param createdAt when it was accepted
 * @param jobId the job that applied it
 * @param jobStatus the status of that job
 * @param spec its cluster.yaml; omitted in lists
 * @param manifests its objects as one multi-document YAML; omitted in lists
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Revision(
        int number,
        boolean current,
        boolean good,
        int restored,
        @JsonProperty("chart_version") String chartVersion,
        String engine,
        String plugin,
        String creator,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("job_id") String jobId,
        @JsonProperty("job_status") String jobStatus,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String spec,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String manifests) {

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a revision. What is not set is empty, false or zero; {@code spec} and {@code manifests} are null. */
    public static final class Builder {

        private int number;
        private boolean current;
        private boolean good;
        private int restored;
        private String chartVersion = "";
        private String engine = "";
        private String plugin = "";
        private String creator = "";
        private Instant createdAt = Times.ZERO;
        private String jobId = "";
        private String jobStatus = "";
        private @Nullable String spec;
        private @Nullable String manifests;

        private Builder() {}

        public Builder number(int number) {
            this.number = number;
            return this;
        }

        public Builder current(boolean current) {
            this.current = current;
            return this;
        }

        public Builder good(boolean good) {
            this.good = good;
            return this;
        }

        public Builder restored(int restored) {
            this.restored = restored;
            return this;
        }

        public Builder chartVersion(String chartVersion) {
            this.chartVersion = chartVersion;
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

        public Builder creator(String creator) {
            this.creator = creator;
            return this;
        }

        public Builder createdAt(Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        public Builder jobId(String jobId) {
            this.jobId = jobId;
            return this;
        }

        public Builder jobStatus(String jobStatus) {
            this.jobStatus = jobStatus;
            return this;
        }

        public Builder spec(@Nullable String spec) {
            this.spec = spec;
            return this;
        }

        public Builder manifests(@Nullable String manifests) {
            this.manifests = manifests;
            return this;
        }

        public Revision build() {
            return new Revision(
                    number,
                    current,
                    good,
                    restored,
                    chartVersion,
                    engine,
                    plugin,
                    creator,
                    createdAt,
                    jobId,
                    jobStatus,
                    spec,
                    manifests);
        }
    }
}
