package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A Kubernetes Job that an upgrade runs before it applies anything, for example a migration of the database.
 *
 * @param name the step's name
 * @param images the images that it pulls
 * @param status one of Pending, Running, Succeeded, Failed, Canceled (stopped or timed out) and Skipped (the job ended before)
 * @param startTime when its Kubernetes Job was created; {@link Times#ZERO} if it was not
 * @param endTime when it ended; {@link Times#ZERO} until then
 * @param message why it failed; empty unless it failed
 * @param log the end of its log, up to 256 KiB, passwords masked; empty until it has ended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobStep(
        String name,
        List<String> images,
        String status,
        @JsonProperty("start_time") Instant startTime,
        @JsonProperty("end_time") Instant endTime,
        String message,
        String log) {}
