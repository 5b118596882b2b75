package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Credentials;
import io.kubefate.api.LoginReply;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.security.Login;
import io.kubefate.server.http.security.Public;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.Unauthorized;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Path("/v1/user")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {

    private final Login login;
    private final Tokens tokens;

    public UserResource(Login login, Tokens tokens) {
        this.login = requireNonNull(login, "login is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
    }

    /** Returns a {@link LoginReply} with a token, or status 401. */
    @POST
    @Public
    @Path("login")
    public Response login(InputStream body) {
        Optional<Credentials> credentials = credentials(body);
        if (credentials.isEmpty()) {
            return Unauthorized.response("missing Username or Password");
        }
        return login.check(credentials.get())
                .map(user -> Response.ok(reply(tokens.issue(user))).build())
                .orElseGet(() -> Unauthorized.response("incorrect Username or Password"));
    }

    /** Does nothing: tokens expire by themselves. */
    @POST
    @Public
    @Path("logout")
    public Map<String, Integer> logout() {
        return Map.of("code", 200);
    }

    private static Optional<Credentials> credentials(InputStream body) {
        try {
            return Optional.of(RequestReader.read(body, Credentials.class))
                    .filter(given -> isGiven(given.username()) && isGiven(given.password()));
        } catch (KubefateException e) {
            return Optional.empty();
        }
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    private LoginReply reply(Tokens.Token token) {
        return new LoginReply(
                200,
                token.expiry().atOffset(ZoneOffset.UTC),
                token.text(),
                login.warning().orElse(null));
    }
}
