package io.kubefate.cli.follow;

import java.time.Duration;
import java.util.Optional;

/**
 * The end of a timeout, independent of changes of the system clock.
 *
 * @param nanos the value of {@link System#nanoTime()} at the end; empty for no timeout
 */
public record Deadline(Optional<Long> nanos) {

    public static Deadline none() {
        return new Deadline(Optional.empty());
    }

    public static Deadline after(Duration timeout) {
        return new Deadline(Optional.of(System.nanoTime() + timeout.toNanos()));
    }

    boolean passed() {
        return left().filter(time -> time.isNegative() || time.isZero()).isPresent();
    }

    /** {@return the given time or the time left, whichever is shorter; never negative} */
    Duration atMost(Duration time) {
        Duration shorter = left().filter(left -> left.compareTo(time) < 0).orElse(time);
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    private Optional<Duration> left() {
        return nanos.map(end -> Duration.ofNanos(end - System.nanoTime()));
    }
}
