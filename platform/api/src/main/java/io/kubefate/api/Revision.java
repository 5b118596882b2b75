package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state that a cluster had, or was to have.
 *
 * @param number from 1
 * @param current whether it is what the cluster has now
 * @param good whether it became ready, so that one can go back to it
 * @param restored the revision that it repeats, for a rollback; 0 for others
 * @param chartVersion for example {@code v1.5.0}
 * @param engine for example {@code eggroll}
 * @param plugin id and version of the plugin that rendered it
 * @param creator the user's name
 * @param createdAt when it was accepted
 * @param jobId the job that brought it, or tried to
 * @param jobStatus how that job is or ended
 * @param spec its cluster.yaml; left out of lists
 * @param manifests its objects as one multi-document YAML; left out of lists
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String manifests) {}
