package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A long-lived token of a user, for programs.
 *
 * @param uuid its id
 * @param name what it is for
 * @param user its owner, whose permissions it has
 * @param expires when it expires
 * @param createdAt when it was created
 * @param lastUsedAt when it was last used, to the minute; omitted if never
 * @param token the token itself, in the reply to its creation only
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApiToken(
        String uuid,
        String name,
        String user,
        Instant expires,
        @JsonProperty("created_at") Instant createdAt,

        @JsonProperty("last_used_at") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Instant lastUsedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    /** Omits the token. */
    @Override
    public String toString() {
        return "token " + uuid + " of " + user;
    }
}
