package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * The result of a check of a cluster.
 *
 * @param jobUuid the job that ran it
 * @param status the status of the job: {@code Success} if nothing failed
 * @param endedAt when it ended
 * @param failed the names of the failed checks
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FederationCheck(
        @JsonProperty("job_uuid") String jobUuid,
        String status,
        @JsonProperty("ended_at") Instant endedAt,
        List<String> failed) {}
