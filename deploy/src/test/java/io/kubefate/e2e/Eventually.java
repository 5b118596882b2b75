package io.kubefate.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what happens in another process. */
final class Eventually {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    /**
     * Waits. The pause between two checks is twice the time of a check, so that a condition that starts a program leaves most of the
     * processor time to what it waits for.
     *
     * @param what for the message
     * @param limit a generous one
     * @param condition what must become true
     */
    static void holds(String what, Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        Instant begin = Instant.now();
        while (!condition.getAsBoolean()) {
            Instant now = Instant.now();
            if (now.isAfter(end)) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            try {
                Thread.sleep(pause(Duration.between(begin, now)).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            begin = Instant.now();
        }
    }

    private static Duration pause(Duration check) {
        Duration pause = check.multipliedBy(2);
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }
}
