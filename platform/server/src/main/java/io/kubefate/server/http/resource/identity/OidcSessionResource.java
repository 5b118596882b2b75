package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.description.Redirect;
import io.kubefate.server.http.security.LoginFailedException;
import io.kubefate.server.http.security.OidcLogin;
import io.kubefate.server.http.security.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in users of the identity provider in a browser. */
@Path("/v1/user/session/oidc")
public final class OidcSessionResource {

    private static final Logger LOG = LoggerFactory.getLogger(OidcSessionResource.class);
    private static final String LOGIN_PAGE = "/login?error=";

    private final Optional<OidcSessions> sessions;

    /** @param sessions empty if there is no identity provider */
    public OidcSessionResource(Optional<OidcSessions> sessions) {
        this.sessions = requireNonNull(sessions, "sessions is null");
    }

    /**
     * Sends the browser to the login page of the identity provider.
     *
     * @param target the page of the console that opens after the login, by default the first one
     */
    @GET
    @Public
    @Redirect
    public Response begin(
            @QueryParam("return") @DefaultValue("/") String target,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        try {
            return redirect(known().login(target, request, response));
        } catch (LoginFailedException e) {
            return fail(e);
        }
    }

    /**
     * Completes a login: sets the cookie and opens the page of the console, or the login page with the reason in the parameter
     * {@code error}: denied, expired, refused, too_large or unavailable.
     *
     * @param code of the identity provider
     * @param state of the login
     * @param error why the login has failed
     * @param issuer who answers
     */
    @GET
    @Public
    @Path("callback")
    @Audited("login")
    @Redirect
    public Response complete(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("error") @Nullable String error,
            @QueryParam("iss") @Nullable String issuer,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        AuditTrail trail = AuditTrail.of(request);
        try {
            OidcSessions.Begun begun =
                    known().begin(new OidcLogin.Returned(code, state, error, issuer), request, response);
            trail.sender(begun.user());
            return redirect(begun.target());
        } catch (LoginFailedException e) {
            trail.denied();
            trail.detail(e.reason().text());
            return fail(e);
        }
    }

    private OidcSessions known() {
        return sessions.orElseThrow(NotFoundException::new);
    }

    private static Response fail(LoginFailedException failure) {
        LOG.warn("a login at the identity provider failed: {}", failure.getMessage());
        return redirect(LOGIN_PAGE + failure.reason().text());
    }

    private static Response redirect(String location) {
        return Response.seeOther(URI.create(location))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
