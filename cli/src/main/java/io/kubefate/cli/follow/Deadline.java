package io.kubefate.cli.follow;

import java.time.Duration;
import java.util.Optional;

/**
 * A moment until which something is waited for, whatever becomes of the clock on the wall.
 *
 * @param nanos as {@link System#nanoTime()} tells it; empty for one that never comes
 */
public record Deadline(Optional<Long> nanos) {

    /** {@return one that never comes} */
    public static Deadline none() {
        return new Deadline(Optional.empty());
    }

    /** {@return the one at the end of this time} */
    public static Deadline in(Duration time) {
        return new Deadline(Optional.of(System.nanoTime() + time.toNanos()));
    }

    /** {@return whether it is past} */
    public boolean passed() {
        return left().filter(time -> time.isNegative() || time.isZero()).isPresent();
    }

    /** {@return this time, or what is left if that is less; never negative} */
    public Duration atMost(Duration time) {
        Duration left = left().filter(rest -> rest.compareTo(time) < 0).orElse(time);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Optional<Duration> left() {
        return nanos.map(moment -> Duration.ofNanos(moment - System.nanoTime()));
    }
}
