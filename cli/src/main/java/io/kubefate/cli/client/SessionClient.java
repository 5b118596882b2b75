package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.api.Credentials;
import io.kubefate.api.CurrentUser;
import io.kubefate.api.LoginMethods;
import io.kubefate.api.LoginReply;
import io.kubefate.api.OidcClient;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.Transport;
import io.kubefate.cli.error.ServiceException;
import java.util.Optional;

/** Tokens, and the user that they belong to. */
public final class SessionClient {

    private static final int SERVER_ERROR = 500;

    private final Transport transport;

    SessionClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** {@return the identity provider of which the service accepts tokens; empty if there is none} */
    public Optional<OidcClient> identityProvider() {
        return transport
                .findWithoutLogin("v1/user/login", new TypeReference<Reply<LoginMethods>>() {})
                .flatMap(reply -> Optional.ofNullable(reply.data()))
                .flatMap(methods -> Optional.ofNullable(methods.oidc()));
    }

    /** {@return a token of the user} */
    public LoginReply login(Credentials credentials) {
        return transport.login(credentials);
    }

    /** Ends the session, so that its token is no longer accepted; older services accept it until it expires. */
    public void logout() {
        transport.send("POST", "v1/user/logout", new TypeReference<JsonNode>() {});
    }

    /**
     * Checks the credentials.
     *
     * @return the user; empty if the service is too old to return it
     * @throws ServiceException if the service rejects the credentials
     */
    public Optional<CurrentUser> user() {
        Optional<CurrentUser> user = me();
        if (user.isEmpty()) {
            transport.send("GET", "v1/version/", new TypeReference<JsonNode>() {});
        }
        return user;
    }

    /** KubeFATE 1 and 2 look for a user with this id, and fail with status 500. */
    private Optional<CurrentUser> me() {
        try {
            return transport
                    .find("v1/user/me", new TypeReference<Reply<CurrentUser>>() {})
                    .map(Reply::result);
        } catch (ServiceException e) {
            if (e.status() == SERVER_ERROR) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
