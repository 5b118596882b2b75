package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Credentials;
import io.kubefate.api.LoginReply;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.SessionToken;
import io.kubefate.cli.error.CommandException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The token of requests: from a login, from a session that it refreshes before it expires, or an API token. */
final class TokenSource {

    private final Connection connection;
    private final LoginRequests requests;
    private final Clock clock;
    private final Consumer<Authentication.Refreshable> refreshed;

    private Optional<String> current = Optional.empty();
    private Optional<Authentication.Refreshable> session = Optional.empty();
    private boolean rejected;
    private boolean refreshable = true;

    /**
     * The tokens of a connection.
     *
     * @param refreshed receives each new token of a session
     */
    TokenSource(
            Connection connection,
            LoginRequests requests,
            Clock clock,
            Consumer<Authentication.Refreshable> refreshed) {
        this.connection = requireNonNull(connection, "connection is null");
        this.requests = requireNonNull(requests, "requests is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.refreshed = requireNonNull(refreshed, "refreshed is null");
        if (connection.authentication() instanceof Authentication.Refreshable saved) {
            this.session = Optional.of(saved);
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
        boolean isNew = current.isEmpty();
        if (isNew) {
            Credentials credentials = new Credentials(
                    password.username().value(), password.password().value());
            current = Optional.of(requests.login(credentials).token());
        }
        return new Token(current.get(), isNew);
    }

    private Token ofSession(Authentication.Refreshable saved) {
        Instant now = clock.instant();
        if (!rejected && !(refreshable && saved.token().isDue(now))) {
            return new Token(saved.token().token(), false);
        }
        Optional<? extends Authentication.Refreshable> renewed = renew(saved, now);
        if (renewed.isEmpty() && rejected) {
            throw loggedOut("the session has ended: ");
        }
        refreshable = renewed.isPresent();
        renewed.ifPresent(refreshed);
        rejected = false;
        Authentication.Refreshable used = renewed.isPresent() ? renewed.get() : saved;
        session = Optional.of(used);
        return new Token(used.token().token(), true);
    }

    private Optional<? extends Authentication.Refreshable> renew(Authentication.Refreshable saved, Instant now) {
        if (saved instanceof Authentication.OpenId openId) {
            return requests.refresh(openId);
        }
        return requests.refresh(saved.token().token())
                .map(reply -> new Authentication.Session(
                        new SessionToken(reply.token(), now, reply.expire().toInstant())));
    }

    private CommandException loggedOut(String reason) {
        return new CommandException(reason + connection.address().quoted() + "\nRun: " + connection.loginCommand());
    }
}
