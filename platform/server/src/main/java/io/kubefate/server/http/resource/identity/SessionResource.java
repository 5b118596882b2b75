package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Credentials;
import io.kubefate.api.CurrentUser;
import io.kubefate.api.LoginMethods;
import io.kubefate.api.LoginReply;
import io.kubefate.api.Reply;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.audit.ReadOnly;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.Answer;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.security.Authenticated;
import io.kubefate.server.http.security.Authentication;
import io.kubefate.server.http.security.ClientAddress;
import io.kubefate.server.http.security.FailedLogins;
import io.kubefate.server.http.security.Login;
import io.kubefate.server.http.security.Public;
import io.kubefate.server.http.security.Tokens;
import io.kubefate.server.http.security.TooManyLogins;
import io.kubefate.server.http.security.Unauthorized;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.AccessToken;
import io.kubefate.server.service.identity.Account;
import io.kubefate.server.service.identity.IdentityServices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Logins and the user of the request. */
@Path("/v1/user")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final Login login;
    private final FailedLogins failures;
    private final ClientAddress address;
    private final Authentication authentication;
    private final IdentityServices identity;
    private final ScheduledExecutorService scheduler;

    public SessionResource(
            Login login,
            FailedLogins failures,
            ClientAddress address,
            Authentication authentication,
            IdentityServices identity,
            ScheduledExecutorService scheduler) {
        this.login = requireNonNull(login, "login is null");
        this.failures = requireNonNull(failures, "failures is null");
        this.address = requireNonNull(address, "address is null");
        this.authentication = requireNonNull(authentication, "authentication is null");
        this.identity = requireNonNull(identity, "identity is null");
        this.scheduler = requireNonNull(scheduler, "scheduler is null");
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
    @Answer(LoginReply.class)
    public void login(
            @JsonBody(Credentials.class) InputStream body,
            @Context HttpServletRequest request,
            @Suspended AsyncResponse answer) {
        Optional<Credentials> credentials = credentials(body);
        if (credentials.isEmpty()) {
            answer.resume(Unauthorized.response("missing Username or Password"));
            return;
        }
        String account = credentials.get().username();
        AuditTrail.of(request).user(account);
        AtomicReference<Optional<Account>> found = new AtomicReference<>(Optional.empty());
        FailedLogins.Attempt attempt = failures.attempt(account, address.of(request), () -> {
            Optional<Account> checked = login.check(credentials.get());
            found.set(checked);
            return checked.isPresent();
        });
        switch (attempt.state()) {
            case ACCEPTED ->
                answer.resume(reply(authentication
                        .tokens()
                        .issue(
                                account,
                                requireNonNull(found.get()).orElseThrow().sessions())));
            case LOCKED -> answer.resume(TooManyLogins.response(attempt.pause()));
            case REJECTED ->
                scheduler.schedule(
                        () -> answer.resume(Unauthorized.response("incorrect Username or Password")),
                        attempt.pause().toMillis(),
                        TimeUnit.MILLISECONDS);
        }
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
        AuditTrail trail = AuditTrail.of(servletRequest);
        authentication
                .of(request)
                .ifPresentOrElse(
                        user -> {
                            identity.tokens()
                                    .logout(
                                            user.token(),
                                            authentication.tokens().end(user.token()));
                            trail.sender(user);
                        },
                        trail::readOnly);
        return Map.of("code", 200);
    }

    /** Returns the user who sends the request. */
    @GET
    @Authenticated
    @Path("me")
    public Reply<CurrentUser> me(@Auth User user) {
        AccessToken token = user.token();
        return new Reply<>(
                "getCurrentUser Success",
                new CurrentUser(
                        user.access().account(user.name()).map(Account::uuid).orElse(null),
                        user.name(),
                        user.subject().groups().stream().sorted().toList(),
                        identity.grants().of(user.subject()),
                        token.kind().name().toLowerCase(Locale.ROOT),
                        token.expiresAt()));
    }

    private static Optional<Credentials> credentials(InputStream body) {
        try {
            return Optional.of(RequestReader.read(body, Credentials.class, RequestReader.MAX_LOGIN_BYTES))
                    .filter(given -> isGiven(given.username()) && isGiven(given.password()));
        } catch (KubefateException e) {
            if (e.code() == ErrorCode.TOO_LARGE) {
                throw e;
            }
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
