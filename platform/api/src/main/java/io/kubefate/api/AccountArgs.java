package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A request to create or change a user. A change leaves what is null.
 *
 * @param username required to create a user; cannot be changed
 * @param password required to create a user; is changed by another request
 * @param email may be empty
 * @param enabled whether the user can log in; null is true for a new user
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountArgs(
        @Nullable String username,
        @Nullable String password,
        @Nullable String email,
        @Nullable Boolean enabled) {

    /** Omits the password. */
    @Override
    public String toString() {
        return "user " + username;
    }
}
