package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the audit.
 *
 * @param msg what was done
 * @param data the entries, newest first
 * @param next the parameter {@code continue} of the request for the next part; omitted at the end
 */
public record AuditReply(
        String msg,
        List<AuditEntry> data,

        @JsonProperty("continue") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String next) {}
