package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * The progress of a workload of the cluster of a job.
 *
 * @param moduleName the name of the Deployment or StatefulSet, for example {@code clustermanager}
 * @param status {@code Running} until ready, then {@code Success}; {@code Failed} or {@code Canceled} if it is not ready when the job ends
 * @param modulesPodStatus the state of its containers: Running, Waiting, Terminated or Unknown; for clients up to v1.6.0
 * @param modulesStatus {@code Available} or {@code Progressing}; for clients from v1.6.1 on
 * @param startTime the start of the job
 * @param endTime when it was first ready, otherwise the end of the job; {@link Times#ZERO} until then
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubJob(
        @JsonProperty("ModuleName") String moduleName,
        @JsonProperty("Status") String status,
        @JsonProperty("ModulesPodStatus") String modulesPodStatus,
        @JsonProperty("ModulesStatus") String modulesStatus,
        @JsonProperty("StartTime") Instant startTime,
        @JsonProperty("EndTime") Instant endTime) {}
