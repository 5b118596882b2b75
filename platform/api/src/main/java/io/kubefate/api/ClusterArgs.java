package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster is installed from.
 *
 * @param name the cluster's name
 * @param namespace the Kubernetes namespace
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param cover whether objects that belong to somebody else may be replaced
 * @param data the cluster.yaml, YAML or JSON text in base64
 * @param keepUpgradeJob kept for existing clients
 * @param timeLimit the job's time limit in seconds; null for the service's default
 * @param rollbackOnFailure whether a failed install removes what it made; null is false
 * @param recreate whether an update deletes and makes again what cannot be changed, even if data are lost; null is false
 * @param purge whether an update deletes claims that are wanted no more, with their data; null is false
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterArgs(
        String name,
        String namespace,
        @JsonProperty("chart_name") String chartName,
        @JsonProperty("chart_version") String chartVersion,
        boolean cover,
        String data,

        @JsonProperty("Keep_upgrade_job") @JsonAlias("keep_upgrade_job")
        boolean keepUpgradeJob,

        @JsonProperty("time_limit") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Long timeLimit,

        @JsonProperty("rollback_on_failure") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Boolean rollbackOnFailure,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean recreate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean purge) {}
