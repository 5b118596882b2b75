package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A request for a rollback to an earlier revision, or for a reconcile.
 *
 * @param timeLimit the job's time limit in seconds, at most 30 days; null for the service's default
 * @param recreate whether to delete and recreate objects that cannot be changed, even if data is lost; null is false
 * @param purge whether to delete claims that are no longer needed, with their data; null is false
 * @param acceptDataLoss whether to restart and delete pods with data that no claim keeps; null is false
 * @param restoreData whether a rollback restores the data that an upgrade saved before it migrated them; null is false
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RollbackArgs(
        @JsonProperty("time_limit") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Long timeLimit,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean recreate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean purge,

        @JsonProperty("accept_data_loss") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Boolean acceptDataLoss,

        @JsonProperty("restore_data") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Boolean restoreData) {}
