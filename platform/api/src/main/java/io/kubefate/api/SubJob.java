package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * The progress of a container of the cluster of a job.
 *
 * @param moduleName the container's name, for example {@code clustermanager}
 * @param status {@code Running} until ready, then {@code Success}
 * @param modulesPodStatus the container's state: Running, Waiting, Terminated or Unknown; for clients up to v1.6.0
 * @param modulesStatus the same; for clients from v1.6.1 on
 * @param startTime when the job started to wait for it
 * @param endTime when it was first ready; {@link Times#ZERO} until then
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubJob(
        @JsonProperty("ModuleName") String moduleName,
        @JsonProperty("Status") String status,
        @JsonProperty("ModulesPodStatus") String modulesPodStatus,
        @JsonProperty("ModulesStatus") String modulesStatus,
        @JsonProperty("StartTime") Instant startTime,
        @JsonProperty("EndTime") Instant endTime) {}
