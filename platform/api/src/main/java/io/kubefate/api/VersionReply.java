package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The reply with the version, which has no {@code data}.
 *
 * @param msg always {@code getVersion Success}
 * @param version the version of the service, for example {@code v3.0.0}
 * @param warning what the administrator has to change, for example a published password; omitted if there is nothing
 */
public record VersionReply(
        String msg,
        String version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String warning) {}
