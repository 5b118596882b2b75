package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The user whom the first start creates, as an administrator.
 *
 * @param username the name of the user
 * @param password the password. Later changes of the setting do not change it: use {@code kubefate user passwd}
 * @param passwordHash a bcrypt hash, for example {@code $2a$12$…}; replaces the password
 */
@SelfValidating
public record UserConfiguration(String username, String password, Optional<String> passwordHash) {

    private static final Pattern BCRYPT = Pattern.compile("\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    /** What bcrypt regards of a password. */
    private static final int MAX_BYTES = 72;

    /** Sets the defaults. */
    public UserConfiguration(@Nullable String username, @Nullable String password, Optional<String> passwordHash) {
        this.username = username == null || username.isBlank() ? "admin" : username;
        this.password = password == null || password.isEmpty() ? "admin" : password;
        this.passwordHash = requireNonNull(passwordHash, "passwordHash is null").filter(hash -> !hash.isBlank());
    }

    @SelfValidation
    public void validate(ViolationCollector violations) {
        if (passwordHash.filter(hash -> !BCRYPT.matcher(hash).matches()).isPresent()) {
            violations.addViolation(
                    "passwordHash",
                    "not a bcrypt hash; use the output of: htpasswd -nbBC 12 USER PASSWORD, after the colon");
        }
        if (passwordHash.isEmpty() && password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            violations.addViolation("password", "the password has more than " + MAX_BYTES + " bytes");
        }
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return "user " + username;
    }
}
