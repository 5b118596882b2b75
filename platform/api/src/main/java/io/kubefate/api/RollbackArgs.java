package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster is to go back to an earlier revision.
 *
 * @param timeLimit the job's time limit in seconds; null for the service's default
 * @param recreate whether what cannot be changed is deleted and made again, even if data are lost; null is false
 * @param purge whether claims that are wanted no more are deleted with their data; null is false
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RollbackArgs(
        @JsonProperty("time_limit") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Long timeLimit,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean recreate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean purge) {}
