package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A request to install or update a cluster.
 *
 * @param name the cluster's name
 * @param namespace the Kubernetes namespace
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param cover whether to replace objects of other owners
 * @param data the cluster.yaml, YAML or JSON text in base64
 * @param keepUpgradeJob kept for existing clients
 * @param timeLimit the job's time limit in seconds, at most 30 days; null for the service's default
 * @param rollbackOnFailure whether a failed install deletes the objects that it created; null is false
 * @param recreate whether an update deletes and recreates objects that cannot be changed, even if data is lost; null is false
 * @param purge whether an update deletes claims that are no longer needed, with their data; null is false
 * @param acceptDataLoss whether an update restarts and deletes pods with data that no claim keeps; null is false
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterArgs(
        @Nullable String name,
        @Nullable String namespace,
        @JsonProperty("chart_name") @Nullable String chartName,
        @JsonProperty("chart_version") @Nullable String chartVersion,
        boolean cover,
        @Nullable String data,

        @JsonProperty("Keep_upgrade_job") @JsonAlias("keep_upgrade_job")
        boolean keepUpgradeJob,

        @JsonProperty("time_limit") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Long timeLimit,

        @JsonProperty("rollback_on_failure") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Boolean rollbackOnFailure,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean recreate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean purge,

        @JsonProperty("accept_data_loss") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Boolean acceptDataLoss) {

    /** {@return the same request for a cluster in a namespace} */
    public ClusterArgs in(String place) {
        return new ClusterArgs(
                name,
                place,
                chartName,
                chartVersion,
                cover,
                data,
                keepUpgradeJob,
                timeLimit,
                rollbackOnFailure,
                recreate,
                purge,
                acceptDataLoss);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a request. What is not set is false or null; {@code data} is empty. */
    public static final class Builder {

        private @Nullable String name;
        private @Nullable String namespace;
        private @Nullable String chartName;
        private @Nullable String chartVersion;
        private boolean cover;
        private @Nullable String data = "";
        private boolean keepUpgradeJob;
        private @Nullable Long timeLimit;
        private @Nullable Boolean rollbackOnFailure;
        private @Nullable Boolean recreate;
        private @Nullable Boolean purge;
        private @Nullable Boolean acceptDataLoss;

        private Builder() {}

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder namespace(@Nullable String namespace) {
            this.namespace = namespace;
            return this;
        }

        public Builder chartName(@Nullable String chartName) {
            this.chartName = chartName;
            return this;
        }

        public Builder chartVersion(@Nullable String chartVersion) {
            this.chartVersion = chartVersion;
            return this;
        }

        public Builder cover(boolean cover) {
            this.cover = cover;
            return this;
        }

        public Builder data(@Nullable String data) {
            this.data = data;
            return this;
        }

        public Builder keepUpgradeJob(boolean keepUpgradeJob) {
            this.keepUpgradeJob = keepUpgradeJob;
            return this;
        }

        public Builder timeLimit(@Nullable Long timeLimit) {
            this.timeLimit = timeLimit;
            return this;
        }

        public Builder rollbackOnFailure(@Nullable Boolean rollbackOnFailure) {
            this.rollbackOnFailure = rollbackOnFailure;
            return this;
        }

        public Builder recreate(@Nullable Boolean recreate) {
            this.recreate = recreate;
            return this;
        }

        public Builder purge(@Nullable Boolean purge) {
            this.purge = purge;
            return this;
        }

        public Builder acceptDataLoss(@Nullable Boolean acceptDataLoss) {
            this.acceptDataLoss = acceptDataLoss;
            return this;
        }

        public ClusterArgs build() {
            return new ClusterArgs(
                    name,
                    namespace,
                    chartName,
                    chartVersion,
                    cover,
                    data,
                    keepUpgradeJob,
                    timeLimit,
                    rollbackOnFailure,
                    recreate,
                    purge,
                    acceptDataLoss);
        }
    }
}
