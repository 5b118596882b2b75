package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

/** As whom a command sends its requests. */
public sealed interface Authentication {

    /** The command logs in with a password. */
    record Password(Setting username, Setting password) implements Authentication {

        public Password {
            requireNonNull(username, "username is null");
            requireNonNull(password, "password is null");
        }
    }

    /** The command uses the token of an earlier {@code kubefate login}. */
    record Session(SessionToken token) implements Authentication {

        public Session {
            requireNonNull(token, "token is null");
        }
    }

    /** The command uses a token that does not need a login. */
    record ApiToken(String token) implements Authentication {

        public ApiToken {
            requireNonNull(token, "token is null");
        }

        /** {@return a text without the token} */
        @Override
        public String toString() {
            return "ApiToken[]";
        }
    }

    /** There are no credentials. */
    record LoggedOut() implements Authentication {}
}
