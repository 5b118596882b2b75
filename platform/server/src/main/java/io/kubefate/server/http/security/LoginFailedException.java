package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A login at the identity provider that cannot be completed. The message is for the log. */
public final class LoginFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What the login page tells the user. */
    public enum Reason {
        /** The user or the provider has refused the login. */
        DENIED,
        /** The login was begun too long ago, or in another browser. */
        EXPIRED,
        /** The service does not accept the ID token. */
        REFUSED,
        /** The ID token does not fit into a cookie. */
        TOO_LARGE,
        /** The provider does not answer. */
        UNAVAILABLE;

        /** {@return the reason in an address} */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LoginFailedException(Reason reason, String message) {
        super(message);
        this.reason = requireNonNull(reason, "reason is null");
    }

    public Reason reason() {
        return reason;
    }
}
