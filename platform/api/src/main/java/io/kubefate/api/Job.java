package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work on a cluster, in the shape of existing clients.
 *
 * @param uuid its id
 * @param startTime when it was accepted
 * @param endTime when it ended; {@link Times#ZERO} until then
 * @param method {@code ClusterInstall}, {@code ClusterUpdate}, {@code ClusterDelete} or {@code ClusterCheck}
 * @param result the last state; read by clients up to v1.5.3
 * @param clusterId the cluster's uuid
 * @param creator the user's name
 * @param subJobs progress by container name
 * @param status one of Pending, Running, Success, Failed, Rollback, Timeout, Canceled, Stopping
 * @param timeLimit nanoseconds
 * @param metaData what it was started with; null for a delete or check
 * @param states what happened, oldest first
 * @param reasons why it waits or failed; empty when all is ready
 * @param resolvedReasons why it waited earlier; left out when empty
 * @param checks how the checks ended that a check of the cluster has made so far; left out when empty
 * @param id the row number
 * @param createdAt when it was accepted
 * @param updatedAt when its row changed last
 * @param deletedAt when it was removed from the list, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Job(
        String uuid,
        @JsonProperty("start_time") Instant startTime,
        @JsonProperty("end_time") Instant endTime,
        String method,
        String result,
        @JsonProperty("cluster_id") String clusterId,
        String creator,
        @JsonProperty("sub_jobs") Map<String, SubJob> subJobs,
        String status,
        @JsonProperty("time_limit") long timeLimit,
        @JsonProperty("meta_data") @Nullable ClusterArgs metaData,
        List<String> states,
        List<NotReadyReason> reasons,

        @JsonProperty("resolved_reasons") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ResolvedReason> resolvedReasons,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CheckResult> checks,
        @JsonProperty("ID") long id,
        @JsonProperty("CreatedAt") Instant createdAt,
        @JsonProperty("UpdatedAt") Instant updatedAt,
        @JsonProperty("DeletedAt") @Nullable Instant deletedAt) {

    /** {@return whether nothing more will happen to it} */
    public boolean ended() {
        return switch (status) {
            case "Pending", "Running", "Stopping" -> false;
            default -> true;
        };
    }
}
