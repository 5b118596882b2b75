package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Credentials;
import io.kubefate.api.LoginReply;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.SessionToken;
import io.kubefate.cli.configuration.Sessions;
import io.kubefate.cli.error.CommandException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The token of requests: from a login, also of an earlier command, from a session that it refreshes before it expires, or an API token. */
final class TokenSource {

    private final Connection connection;
    private final LoginRequests requests;
    private final Clock clock;
    private final Sessions saved;

    private Optional<String> current = Optional.empty();
    private Optional<Authentication.Refreshable> session = Optional.empty();
    private boolean rejected;
    private boolean refreshable = true;

    /**
     * The tokens of a connection.
     *
     * @param saved the tokens of earlier commands, and those of this one for later commands
     */
    TokenSource(Connection connection, LoginRequests requests, Clock clock, Sessions saved) {
        this.connection = requireNonNull(connection, "connection is null");
        this.requests = requireNonNull(requests, "requests is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.saved = requireNonNull(saved, "saved is null");
        if (connection.authentication() instanceof Authentication.Refreshable current) {
            this.session = Optional.of(current);
        }
    }

    /** The requests that return tokens. */
    interface LoginRequests {

        LoginReply login(Credentials credentials);

        /** Returns empty if the session has ended, or the service cannot refresh tokens. */
        Optional<LoginReply> refresh(String token);

        /** Returns empty if the issuer has ended the session. */
        Optional<Authentication.OpenId> refresh(Authentication.OpenId session);
    }

    /**
     * A token.
     *
     * @param isFinal whether no other token can succeed if the service rejects this one
     */
    record Token(String text, boolean isFinal) {}

    synchronized Token token() {
        Authentication authentication = connection.authentication();
        if (authentication instanceof Authentication.ApiToken api) {
            return new Token(api.token(), true);
        }
        if (authentication instanceof Authentication.Password password) {
            return ofLogin(password);
        }
        return session.map(this::ofSession).orElseThrow(() -> loggedOut("not logged in to "));
    }

    /** Makes the next token a new one, because the service has rejected the last one. */
    synchronized void reject() {
        current = Optional.empty();
        rejected = true;
    }

    private Token ofLogin(Authentication.Password password) {
        if (current.isEmpty() && !rejected) {
            Instant now = clock.instant();
            current = saved.ofLogin().filter(token -> !token.isDue(now)).map(SessionToken::token);
        }
        boolean isNew = current.isEmpty();
        if (isNew) {
            current = Optional.of(logIn(password));
        }
        return new Token(current.get(), isNew);
    }

    /** Older services do not return when the token expires. */
    private String logIn(Authentication.Password password) {
        Credentials credentials =
                new Credentials(password.username().value(), password.password().value());
        Instant now = clock.instant();
        LoginReply reply = requests.login(credentials);
        Optional.ofNullable(reply.expire())
                .map(expiry -> new SessionToken(reply.token(), now, expiry.toInstant()))
                .ifPresent(saved::keepLogin);
        return reply.token();
    }

    private Token ofSession(Authentication.Refreshable last) {
        Instant now = clock.instant();
        if (!rejected && !(refreshable && last.token().isDue(now))) {
            return new Token(last.token().token(), false);
        }
        Optional<? extends Authentication.Refreshable> renewed = renew(last, now);
        if (renewed.isEmpty() && rejected) {
            throw loggedOut("the session has ended: ");
        }
        refreshable = renewed.isPresent();
        renewed.ifPresent(saved::keep);
        rejected = false;
        Authentication.Refreshable used = renewed.isPresent() ? renewed.get() : last;
        session = Optional.of(used);
        return new Token(used.token().token(), true);
    }

    private Optional<? extends Authentication.Refreshable> renew(Authentication.Refreshable last, Instant now) {
        if (last instanceof Authentication.OpenId openId) {
            return requests.refresh(openId);
        }
        return requests.refresh(last.token().token())
                .map(reply -> new Authentication.Session(
                        new SessionToken(reply.token(), now, reply.expire().toInstant())));
    }

    private CommandException loggedOut(String reason) {
        return new CommandException(reason + connection.address().quoted() + "\nRun: " + connection.loginCommand());
    }
}
