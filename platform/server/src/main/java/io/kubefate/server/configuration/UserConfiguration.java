package io.kubefate.server.configuration;

import jakarta.validation.constraints.NotBlank;

/**
 * The one account.
 *
 * @param username its name
 * @param password its password
 */
public record UserConfiguration(
        @NotBlank String username, @NotBlank String password) {

    /** {@return the name only} */
    @Override
    public String toString() {
        return "user " + username;
    }
}
