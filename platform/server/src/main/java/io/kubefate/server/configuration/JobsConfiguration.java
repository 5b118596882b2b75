package io.kubefate.server.configuration;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How jobs are carried out.
 *
 * @param parallel how many at once; 8 if nothing is given
 * @param lease after how long another service takes over the job of one that died; 10 s if nothing is given
 * @param timeLimit how long a job may take that names no limit itself; 1 h if nothing is given
 */
public record JobsConfiguration(
        @Min(1) Integer parallel,
        @MinDuration(value = 2, unit = TimeUnit.SECONDS) Duration lease,
        @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration timeLimit) {

    /** Fills in what is not given. */
    public JobsConfiguration(@Nullable Integer parallel, @Nullable Duration lease, @Nullable Duration timeLimit) {
        this.parallel = Objects.requireNonNullElse(parallel, 8);
        this.lease = Objects.requireNonNullElse(lease, Duration.seconds(10));
        this.timeLimit = Objects.requireNonNullElse(timeLimit, Duration.hours(1));
    }
}
