package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Why a part of a cluster was not ready; that problem is gone.
 *
 * @param module the module, for example {@code mysql}
 * @param code what kind of problem, for example {@code IMAGE_PULL}
 * @param object the Kubernetes object that reported it
 * @param message what Kubernetes reported last
 * @param since when it was observed first
 * @param resolvedAt when it was gone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResolvedReason(
        String module,
        String code,
        String object,
        String message,
        Instant since,
        @JsonProperty("resolved_at") Instant resolvedAt) {}
