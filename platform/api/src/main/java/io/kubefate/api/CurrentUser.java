package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user who sends a request.
 *
 * @param uuid its id, to change its own password; omitted for a user of an identity provider
 * @param name its name
 * @param groups its groups, from the identity provider
 * @param grants its roles and those of its groups
 * @param tokenKind {@code session}, {@code api} or {@code oidc}
 * @param tokenExpires when the token of the request expires
 * @param warning what the administrator has to change, for example a published password; only in the reply to a login of a browser, and
 *     omitted if there is nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CurrentUser(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String uuid,
        String name,
        List<String> groups,
        List<RoleGrant> grants,
        @JsonProperty("token_kind") String tokenKind,
        @JsonProperty("token_expires") Instant tokenExpires,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String warning) {

    /** Null lists become empty. */
    public CurrentUser {
        groups = groups == null ? List.of() : List.copyOf(groups);
        grants = grants == null ? List.of() : List.copyOf(grants);
    }
}
