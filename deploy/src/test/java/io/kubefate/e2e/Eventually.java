package io.kubefate.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what happens in another process. */
final class Eventually {

    private static final long PAUSE_MILLIS = 50;

    private Eventually() {}

    /**
     * Waits.
     *
     * @param what for the message
     * @param limit a generous one
     * @param condition what must become true
     */
    static void holds(String what, Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
