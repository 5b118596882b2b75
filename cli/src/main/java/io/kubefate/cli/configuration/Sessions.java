package io.kubefate.cli.configuration;

import java.util.Optional;

/** The tokens of a connection that stay after a command, for the next one. */
public interface Sessions {

    /** {@return the token of an earlier login with the password of the connection} */
    Optional<SessionToken> ofLogin();

    /** Keeps the token of a login with the password of the connection. */
    void keepLogin(SessionToken token);

    /** Keeps a refreshed token of a context. */
    void keep(Authentication.Refreshable session);
}
