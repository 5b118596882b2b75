package io.kubefate.server.http;

import io.kubefate.api.Credentials;
import io.kubefate.api.LoginReply;
import io.kubefate.server.configuration.UserConfiguration;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** Login and logout. */
@Path("/v1/user")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {

    private final UserConfiguration account;
    private final Tokens tokens;

    UserResource(UserConfiguration account, Tokens tokens) {
        this.account = account;
        this.tokens = tokens;
    }

    /**
     * Gives a token for name and password.
     *
     * @param credentials both
     * @return the token
     */
    @POST
    @Path("login")
    @PermitAll
    public LoginReply login(Credentials credentials) {
        if (credentials == null || credentials.username() == null || credentials.password() == null) {
            throw TokenFilter.refused("missing Username or Password");
        }
        // Both are compared, and in constant time, so that the time of the answer tells nothing.
        boolean name = equal(account.username(), credentials.username());
        boolean password = equal(account.password(), credentials.password());
        if (!name || !password) {
            throw TokenFilter.refused("incorrect Username or Password");
        }
        return tokens.issue(account.username());
    }

    /** {@return that it is done; a token stays good until it expires} */
    @POST
    @Path("logout")
    @PermitAll
    public Map<String, Integer> logout() {
        return Map.of("code", 200);
    }

    private static boolean equal(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
