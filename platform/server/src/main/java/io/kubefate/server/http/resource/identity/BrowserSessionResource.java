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
import io.kubefate.server.http.security.ClientScheme;
import io.kubefate.server.http.security.LoginFailedException;
import io.kubefate.server.http.security.OwnPagesOnly;
import io.kubefate.server.http.security.Public;
import io.kubefate.server.http.security.SessionCookie;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.Unauthorized;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.AccessToken;
import io.kubefate.server.service.identity.IdentityServices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
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
    private final ClientScheme scheme;
    private final Optional<OidcSessions> oidc;

    /** @param oidc empty if there is no identity provider */
    public BrowserSessionResource(
            PasswordLogin login,
            Authentication authentication,
            IdentityServices identity,
            SessionCookie cookie,
            ClientScheme scheme,
            Optional<OidcSessions> oidc) {
        this.login = requireNonNull(login, "login is null");
        this.authentication = requireNonNull(authentication, "authentication is null");
        this.end = new SessionEnd(authentication, identity.tokens());
        this.users = new CurrentUsers(identity.grants());
        this.cookie = requireNonNull(cookie, "cookie is null");
        this.scheme = requireNonNull(scheme, "scheme is null");
        this.oidc = requireNonNull(oidc, "oidc is null");
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
            return new Reply<>("createSession Success", keep(token, request, response));
        });
    }

    /** Sets the cookie to another token of the same session, or returns status 401 if the user has to log in again. */
    @POST
    @Authenticated
    @Path("refresh")
    @ReadOnly
    public Reply<CurrentUser> refresh(
            @Auth User user, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        CurrentUser same = user.token().kind() == AccessToken.Kind.OIDC && oidc.isPresent()
                ? renew(oidc.get(), user, request, response)
                : keep(authentication.tokens().refresh(user.token()), request, response);
        return new Reply<>("refreshSession Success", same);
    }

    private CurrentUser renew(
            OidcSessions sessions, User user, HttpServletRequest request, HttpServletResponse response) {
        try {
            return users.of(sessions.renew(user, request, response), Optional.empty());
        } catch (LoginFailedException e) {
            throw new WebApplicationException(
                    Unauthorized.response("the identity provider does not continue the session; log in again: "
                            + e.reason().text()));
        }
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
        boolean secure = scheme.isHttps(request);
        response.addCookie(cookie.ended(secure));
        response.addCookie(cookie.refresh("", Instant.EPOCH, secure));
        return new Reply<>("deleteSession Success", null);
    }

    private CurrentUser keep(Tokens.Token token, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie.of(token.text(), token.expiry(), scheme.isHttps(request)));
        return users.of(authentication.user(token.text()).orElseThrow(), login.warning());
    }
}
