package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** As whom a command sends its requests. */
public sealed interface Authentication {

    /** The command logs in with a password. */
    record Password(Setting username, Setting password) implements Authentication {

        public Password {
            requireNonNull(username, "username is null");
            requireNonNull(password, "password is null");
        }
    }

    /** The command uses a token that expires, and can be refreshed. */
    sealed interface Refreshable extends Authentication {

        SessionToken token();
    }

    /** The token is of the service, from an earlier {@code kubefate login}. */
    record Session(SessionToken token) implements Refreshable {

        public Session {
            requireNonNull(token, "token is null");
        }
    }

    /**
     * The token is of an OpenID Connect issuer.
     *
     * @param refreshToken empty if the issuer sends none
     */
    record OpenId(OpenIdClient client, SessionToken token, Optional<String> refreshToken) implements Refreshable {

        public OpenId {
            requireNonNull(client, "client is null");
            requireNonNull(token, "token is null");
            requireNonNull(refreshToken, "refreshToken is null");
        }

        /** {@return a text without the tokens} */
        @Override
        public String toString() {
            return "OpenId[" + client + "]";
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
