package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Credentials;
import io.kubefate.api.CurrentUser;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.audit.ReadOnly;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.security.Authenticated;
import io.kubefate.server.http.security.Authentication;
import io.kubefate.server.http.security.OwnPagesOnly;
import io.kubefate.server.http.security.Public;
import io.kubefate.server.http.security.SessionCookie;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.IdentityServices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

/** The session of a browser, whose token is in a cookie that scripts cannot read. */
@Path("/v1/user/session")
@Produces(MediaType.APPLICATION_JSON)
public final class BrowserSessionResource {

    private final PasswordLogin login;
    private final Authentication authentication;
    private final SessionEnd end;
    private final CurrentUsers users;
    private final SessionCookie cookie;

    public BrowserSessionResource(
            PasswordLogin login, Authentication authentication, IdentityServices identity, SessionCookie cookie) {
        this.login = requireNonNull(login, "login is null");
        this.authentication = requireNonNull(authentication, "authentication is null");
        this.end = new SessionEnd(authentication, identity.tokens());
        this.users = new CurrentUsers(identity.grants());
        this.cookie = requireNonNull(cookie, "cookie is null");
    }

    /** Logs in and sets the cookie {@code jwt}, or returns status 401; after too many failures status 429. */
    @POST
    @Public
    @OwnPagesOnly
    @Audited("login")
    public CompletionStage<Reply<CurrentUser>> create(
            @JsonBody(Credentials.class) InputStream body,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return login.answer(body, request, account -> {
            Tokens.Token token = authentication.tokens().issue(account.name(), account.sessions());
            response.addCookie(cookie.of(token, request));
            return new Reply<>("createSession Success", user(token));
        });
    }

    /** Sets the cookie to another token of the same session, or returns status 401. */
    @POST
    @Authenticated
    @Path("refresh")
    @ReadOnly
    public Reply<CurrentUser> refresh(
            @Auth User user, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        Tokens.Token token = authentication.tokens().refresh(user.token());
        response.addCookie(cookie.of(token, request));
        return new Reply<>("refreshSession Success", user(token));
    }

    /** Ends the session with all its tokens, and removes the cookie. */
    @DELETE
    @Public
    @OwnPagesOnly
    @Audited("logout")
    public Reply<Void> delete(
            @Context ContainerRequestContext context,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        end.of(context, AuditTrail.of(request));
        response.addCookie(cookie.ended(request));
        return new Reply<>("deleteSession Success", null);
    }

    private CurrentUser user(Tokens.Token token) {
        return users.of(authentication.user(token.text()).orElseThrow(), login.warning());
    }
}
