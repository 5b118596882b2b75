package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Credentials;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.security.ClientAddress;
import io.kubefate.server.http.security.FailedLogins;
import io.kubefate.server.http.security.Login;
import io.kubefate.server.http.security.TooManyLogins;
import io.kubefate.server.http.security.Unauthorized;
import io.kubefate.server.service.identity.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the logins with a password. The answer to each failure takes longer than the one before. */
public final class PasswordLogin {

    private final Login login;
    private final FailedLogins failures;
    private final ClientAddress address;
    private final ScheduledExecutorService scheduler;

    public PasswordLogin(
            Login login, FailedLogins failures, ClientAddress address, ScheduledExecutorService scheduler) {
        this.login = requireNonNull(login, "login is null");
        this.failures = requireNonNull(failures, "failures is null");
        this.address = requireNonNull(address, "address is null");
        this.scheduler = requireNonNull(scheduler, "scheduler is null");
    }

    /** {@return a remedy for a password that everybody knows; empty if there is none} */
    Optional<String> warning() {
        return login.warning();
    }

    /**
     * Answers a login.
     *
     * @param accepted returns the answer if the password is correct
     * @return the answer, or status 401; after too many failures status 429
     */
    <T> CompletionStage<T> answer(InputStream body, HttpServletRequest request, Function<Account, T> accepted) {
        Optional<Credentials> credentials = credentials(body);
        return credentials.isEmpty()
                ? CompletableFuture.failedFuture(refusal("missing Username or Password"))
                : answer(credentials.get(), request, accepted);
    }

    private <T> CompletionStage<T> answer(
            Credentials credentials, HttpServletRequest request, Function<Account, T> accepted) {
        String account = credentials.username();
        AuditTrail.of(request).user(account);
        AtomicReference<Optional<Account>> found = new AtomicReference<>(Optional.empty());
        FailedLogins.Attempt attempt = failures.attempt(account, address.of(request), () -> {
            Optional<Account> checked = login.check(credentials);
            found.set(checked);
            return checked.isPresent();
        });
        CompletableFuture<T> answer = new CompletableFuture<>();
        switch (attempt.state()) {
            case ACCEPTED ->
                answer.complete(accepted.apply(requireNonNull(found.get()).orElseThrow()));
            case LOCKED -> answer.completeExceptionally(failure(TooManyLogins.response(attempt.pause())));
            case REJECTED ->
                scheduler.schedule(
                        () -> answer.completeExceptionally(refusal("incorrect Username or Password")),
                        attempt.pause().toMillis(),
                        TimeUnit.MILLISECONDS);
        }
        return answer;
    }

    private static WebApplicationException refusal(String message) {
        return failure(Unauthorized.response(message));
    }

    private static WebApplicationException failure(Response response) {
        return new WebApplicationException(response);
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
}
