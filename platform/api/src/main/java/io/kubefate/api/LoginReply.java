package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a login, in the shape of existing clients.
 *
 * @param code always 200
 * @param expire when the token expires
 * @param token the JSON Web Token for the header {@code Authorization: Bearer …}
 * @param warning what the administrator has to change, for example a published password; omitted if there is nothing
 */
public record LoginReply(
        int code,
        OffsetDateTime expire,
        String token,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String warning) {}
