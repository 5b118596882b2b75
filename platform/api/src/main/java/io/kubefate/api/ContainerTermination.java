package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a container of a pod has ended.
 *
 * @param container its name
 * @param reason that of Kubernetes, for example {@code OOMKilled}; may be empty
 * @param exitCode the exit code of its process
 * @param at when it ended; omitted if Kubernetes does not know it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContainerTermination(
        String container,
        String reason,
        int exitCode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant at) {

    /** {@return for example {@code python: OOMKilled (exit code 137)}} */
    public String text() {
        return container + ": " + (reason.isEmpty() ? "ended" : reason) + " (exit code " + exitCode + ")";
    }
}
