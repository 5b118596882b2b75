package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user who can log in, in the shape of existing clients, without password.
 *
 * @param uuid its id
 * @param username its name
 * @param email omitted if empty
 * @param userStatus {@code Available}, or {@code Deprecate} for a disabled user; omitted for the oldest clients
 * @param enabled whether the user can log in
 * @param id the row number
 * @param createdAt when the user was created
 * @param updatedAt when the user was last changed
 * @param deletedAt always null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Account(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String uuid,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String username,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String email,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String userStatus,
        boolean enabled,
        @JsonProperty("ID") long id,
        @JsonProperty("CreatedAt") Instant createdAt,
        @JsonProperty("UpdatedAt") Instant updatedAt,
        @JsonProperty("DeletedAt") @Nullable Instant deletedAt) {

    /** Returns the same account without the status, which the oldest clients cannot decode. */
    public Account withoutStatus() {
        return new Account(uuid, username, email, null, enabled, id, createdAt, updatedAt, deletedAt);
    }
}
