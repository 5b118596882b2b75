package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.ApiToken;
import io.kubefate.api.ApiTokenArgs;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.resource.ListReply;
import io.kubefate.server.http.security.Authenticated;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.TokenService;
import io.kubefate.server.service.list.ListKind;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/** Long-lived tokens for programs. A user manages the own ones, an administrator all. */
@Path("/v1/token")
@Produces(MediaType.APPLICATION_JSON)
public final class TokenResource {

    private final TokenService tokens;

    public TokenResource(TokenService tokens) {
        this.tokens = requireNonNull(tokens, "tokens is null");
    }

    /** Lists tokens: the own ones, or all for an administrator. */
    @GET
    @Authenticated
    @ListOf(ListKind.TOKENS)
    public Reply<List<ApiToken>> list(@Context UriInfo uri, @Auth User user) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of("getTokenList Success", tokens.list(parameters.read(ListKind.TOKENS), user.subject()));
    }

    /**
     * Creates a token, which only this reply contains.
     *
     * @param body {@link ApiTokenArgs} in JSON
     */
    @POST
    @Authenticated
    @Audited("token create")
    public Reply<ApiToken> create(@JsonBody(ApiTokenArgs.class) InputStream body, @Auth User user) {
        ApiTokenArgs args = RequestReader.read(body, ApiTokenArgs.class, RequestReader.MAX_LOGIN_BYTES);
        return new Reply<>("createToken Success", tokens.create(args, user.token()));
    }

    /** Revokes a token. */
    @DELETE
    @Authenticated
    @Path("{uuid}")
    @Audited("token revoke")
    public Reply<Void> revoke(@PathParam("uuid") String uuid, @Auth User user) {
        tokens.revoke(uuid, user.subject());
        return new Reply<>("deleteToken Success", null);
    }
}
