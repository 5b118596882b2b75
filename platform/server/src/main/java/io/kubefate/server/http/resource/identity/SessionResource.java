package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Credentials;
import io.kubefate.api.CurrentUser;
import io.kubefate.api.LoginMethods;
import io.kubefate.api.LoginReply;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.audit.ReadOnly;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.security.Authenticated;
import io.kubefate.server.http.security.Authentication;
import io.kubefate.server.http.security.Public;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.IdentityServices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Logins and the user of the request. */
@Path("/v1/user")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final PasswordLogin login;
    private final Authentication authentication;
    private final SessionEnd end;
    private final CurrentUsers users;

    public SessionResource(PasswordLogin login, Authentication authentication, IdentityServices identity) {
        this.login = requireNonNull(login, "login is null");
        this.authentication = requireNonNull(authentication, "authentication is null");
        this.end = new SessionEnd(authentication, identity.tokens());
        this.users = new CurrentUsers(identity.grants());
    }

    /** Returns how users log in. */
    @GET
    @Public
    @Path("login")
    public Reply<LoginMethods> methods() {
        return new Reply<>(
                "getLoginMethods Success",
                new LoginMethods(authentication.oidcClient().orElse(null)));
    }

    /** Returns a {@link LoginReply} with a token, or status 401; after too many failures status 429. */
    @POST
    @Public
    @Path("login")
    @Audited("login")
    public CompletionStage<LoginReply> login(
            @JsonBody(Credentials.class) InputStream body, @Context HttpServletRequest request) {
        return login.answer(
                body, request, account -> reply(authentication.tokens().issue(account.name(), account.sessions())));
    }

    /** Returns a {@link LoginReply} with a new token of the same session, or status 401. */
    @POST
    @Authenticated
    @Path("refresh")
    @ReadOnly
    public LoginReply refresh(@Auth User user) {
        return reply(authentication.tokens().refresh(user.token()));
    }

    /** Ends the session of the presented token, with all its tokens. Existing clients present none, and their tokens expire. */
    @POST
    @Public
    @Path("logout")
    @Audited("logout")
    public Map<String, Integer> logout(
            @Context ContainerRequestContext request, @Context HttpServletRequest servletRequest) {
        end.of(request, AuditTrail.of(servletRequest));
        return Map.of("code", 200);
    }

    /** Returns the user who sends the request. */
    @GET
    @Authenticated
    @Path("me")
    public Reply<CurrentUser> me(@Auth User user) {
        return new Reply<>("getCurrentUser Success", users.of(user, Optional.empty()));
    }

    private LoginReply reply(Tokens.Token token) {
        return new LoginReply(
                200,
                token.expiry().atOffset(ZoneOffset.UTC),
                token.text(),
                login.warning().orElse(null));
    }
}
