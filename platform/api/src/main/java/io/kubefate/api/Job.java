package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work on a cluster, in the shape of existing clients.
 *
 * @param uuid its id
 * @param startTime when it was accepted
 * @param endTime when it ended; {@link Times#ZERO} until then
 * @param method {@code ClusterInstall}, {@code ClusterUpdate}, {@code ClusterDelete} or {@code ClusterCheck}
 * @param result the last state; read by clients up to v1.5.3
 * @param clusterId the cluster's uuid
 * @param creator the user's name
 * @param subJobs progress by name of the workload
 * @param status one of Pending, Running, Success, Failed, Rollback, Timeout, Canceled, Stopping
 * @param timeLimit nanoseconds
 * @param metaData the request; null for a delete or check
 * @param states its history, oldest first
 * @param reasons why it waits or failed; empty when all is ready
 * @param resolvedReasons why it waited earlier; left out when empty
 * @param checks how the checks ended that a check of the cluster has made so far; left out when empty
 * @param id the row number
 * @param createdAt when it was accepted
 * @param updatedAt when its row was last changed
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

    /** {@return whether it has reached a final status} */
    public boolean ended() {
        return switch (status) {
            case "Pending", "Running", "Stopping" -> false;
            default -> true;
        };
    }

    /** {@return whether it has ended as intended, neither failed nor returned to what was before} */
    public boolean succeeded() {
        return status.equals("Success");
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that has the fields of this one. */
    public Builder toBuilder() {
        return new Builder()
                .uuid(uuid)
                .startTime(startTime)
                .endTime(endTime)
                .method(method)
                .result(result)
                .clusterId(clusterId)
                .creator(creator)
                .subJobs(subJobs)
                .status(status)
                .timeLimit(timeLimit)
                .metaData(metaData)
                .states(states)
                .reasons(reasons)
                .resolvedReasons(resolvedReasons)
                .checks(checks)
                .id(id)
                .createdAt(createdAt)
                .updatedAt(updatedAt)
                .deletedAt(deletedAt);
    }

    /** Collects the fields of a job. What is not set is empty or zero; {@code metaData} and {@code deletedAt} are null. */
    public static final class Builder {

        private String uuid = "";
        private Instant startTime = Times.ZERO;
        private Instant endTime = Times.ZERO;
        private String method = "";
        private String result = "";
        private String clusterId = "";
        private String creator = "";
        private Map<String, SubJob> subJobs = Map.of();
        private String status = "";
        private long timeLimit;
        private @Nullable ClusterArgs metaData;
        private List<String> states = List.of();
        private List<NotReadyReason> reasons = List.of();
        private List<ResolvedReason> resolvedReasons = List.of();
        private List<CheckResult> checks = List.of();
        private long id;
        private Instant createdAt = Times.ZERO;
        private Instant updatedAt = Times.ZERO;
        private @Nullable Instant deletedAt;

        private Builder() {}

        public Builder uuid(String uuid) {
            this.uuid = uuid;
            return this;
        }

        public Builder startTime(Instant startTime) {
            this.startTime = startTime;
            return this;
        }

        public Builder endTime(Instant endTime) {
            this.endTime = endTime;
            return this;
        }

        public Builder method(String method) {
            this.method = method;
            return this;
        }

        public Builder result(String result) {
            this.result = result;
            return this;
        }

        public Builder clusterId(String clusterId) {
            this.clusterId = clusterId;
            return this;
        }

        public Builder creator(String creator) {
            this.creator = creator;
            return this;
        }

        public Builder subJobs(Map<String, SubJob> subJobs) {
            this.subJobs = subJobs;
            return this;
        }

        public Builder status(String status) {
            this.status = status;
            return this;
        }

        public Builder timeLimit(long timeLimit) {
            this.timeLimit = timeLimit;
            return this;
        }

        public Builder metaData(@Nullable ClusterArgs metaData) {
            this.metaData = metaData;
            return this;
        }

        public Builder states(List<String> states) {
            this.states = states;
            return this;
        }

        public Builder reasons(List<NotReadyReason> reasons) {
            this.reasons = reasons;
            return this;
        }

        public Builder resolvedReasons(List<ResolvedReason> resolvedReasons) {
            this.resolvedReasons = resolvedReasons;
            return this;
        }

        public Builder checks(List<CheckResult> checks) {
            this.checks = checks;
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

        public Job build() {
            return new Job(
                    uuid,
                    startTime,
                    endTime,
                    method,
                    result,
                    clusterId,
                    creator,
                    subJobs,
                    status,
                    timeLimit,
                    metaData,
                    states,
                    reasons,
                    resolvedReasons,
                    checks,
                    id,
                    createdAt,
                    updatedAt,
                    deletedAt);
        }
    }
}
