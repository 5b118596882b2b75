package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A request to change a password.
 *
 * @param currentPassword required to change one's own password
 * @param password the new password
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PasswordArgs(
        @JsonProperty("current_password") @Nullable String currentPassword,
        @Nullable String password) {

    /** Omits the passwords. */
    @Override
    public String toString() {
        return "passwords";
    }
}
