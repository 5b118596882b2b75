package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down and locks those who guess passwords. It counts per account and address, so that nobody can lock out the user of an account
 * who is elsewhere. A success resets the count of an account.
 */
public final class FailedLogins {

    static final int MAX_FAILURES = 10;
    static final Duration LOCK = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);

    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final Duration MAX_DELAY = Duration.ofSeconds(4);
    private static final int MAX_ADDRESSES = 10_000;

    /** Further accounts that one address tries are counted as one, so that their number does not matter. */
    private static final int MAX_ACCOUNTS = 20;

    private static final String OTHER_ACCOUNTS = "";
    private static final int MAX_NAME = 64;

    private final Clock clock;
    private final Runnable onFailure;
    private final Map<String, Map<String, Failures>> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Failures>> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    /**
     * Creates a count.
     *
     * @param onFailure called for each failed login, also of a locked account
     */
    public FailedLogins(Clock clock, Runnable onFailure) {
        this.clock = requireNonNull(clock, "clock is null");
        this.onFailure = requireNonNull(onFailure, "onFailure is null");
    }

    /**
     * The result of an attempt to log in.
     *
     * @param state whether the password was correct, or not even checked
     * @param pause how long to wait before the answer, or until the lock ends
     */
    public record Attempt(State state, Duration pause) {

        /** The possible results. */
        public enum State {
            ACCEPTED,
            REJECTED,
            LOCKED
        }
    }

    /**
     * Checks a password unless the account is locked for the address. Attempts on the same account from the same address are checked one
     * after the other, so that no more than ten can fail.
     *
     * @param check returns whether the password is correct
     */
    public Attempt attempt(String account, String address, BooleanSupplier check) {
        String name = account.substring(0, Math.min(account.length(), MAX_NAME));
        Counted counted = enter(name, address);
        try {
            synchronized (counted.failures) {
                return attempt(counted, check);
            }
        } finally {
            leave(counted);
        }
    }

    private Attempt attempt(Counted counted, BooleanSupplier check) {
        Failures failures = counted.failures;
        Instant now = clock.instant();
        if (failures.isLocked(now)) {
            onFailure.run();
            return new Attempt(Attempt.State.LOCKED, Duration.between(now, failures.last.plus(LOCK)));
        }
        if (check.getAsBoolean()) {
            if (!counted.isShared()) {
                failures.count = 0;
            }
            return new Attempt(Attempt.State.ACCEPTED, Duration.ZERO);
        }
        onFailure.run();
        failures.add(now);
        LOG.warn(
                "login of {} from {} failed, {} of {} times{}",
                counted.account.replaceAll("\\p{Cntrl}", "?"),
                counted.address,
                failures.count,
                MAX_FAILURES,
                failures.isLocked(now) ? "; the account is locked for this address for 5 minutes" : "");
        return new Attempt(Attempt.State.REJECTED, failures.delay());
    }

    /** An account gets no count of its own while it may have failures in the shared one. */
    private synchronized Counted enter(String account, String address) {
        Map<String, Failures> accounts = byAddress.computeIfAbsent(address, key -> new HashMap<>());
        Instant now = clock.instant();
        accounts.values().removeIf(failures -> failures.isForgotten(now));
        boolean own = accounts.containsKey(account)
                || accounts.size() < MAX_ACCOUNTS && !accounts.containsKey(OTHER_ACCOUNTS);
        String key = own ? account : OTHER_ACCOUNTS;
        Failures failures = accounts.computeIfAbsent(key, absent -> new Failures());
        failures.attempts++;
        return new Counted(account, address, key, failures);
    }

    private synchronized void leave(Counted counted) {
        counted.failures.attempts--;
        Map<String, Failures> accounts = byAddress.getOrDefault(counted.address, Map.of());
        if (counted.failures.isForgotten(clock.instant())) {
            accounts.remove(counted.key, counted.failures);
        }
        if (accounts.isEmpty()) {
            byAddress.remove(counted.address);
        }
    }

    /** An attempt and where its failure is counted. */
    private record Counted(String account, String address, String key, Failures failures) {

        private boolean isShared() {
            return key.equals(OTHER_ACCOUNTS);
        }
    }

    private static final class Failures {

        private int attempts;
        private int count;
        private Instant last = Instant.MIN;

        /** Not while it is in use: a guess at the same time would be counted elsewhere. */
        private boolean isForgotten(Instant now) {
            return attempts == 0 && !isRecent(now);
        }

        private boolean isRecent(Instant now) {
            return count > 0 && now.isBefore(last.plus(LOCK));
        }

        private boolean isLocked(Instant now) {
            return count >= MAX_FAILURES && now.isBefore(last.plus(LOCK));
        }

        /** Failures that are older than the lock count no more. */
        private void add(Instant now) {
            count = isRecent(now) ? count + 1 : 1;
            last = now;
        }

        /** Doubles with each failure; the first mistake costs nothing. */
        private Duration delay() {
            if (count < 2) {
                return Duration.ZERO;
            }
            Duration delay = FIRST_DELAY.multipliedBy(1L << (count - 2));
            return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
        }
    }
}
