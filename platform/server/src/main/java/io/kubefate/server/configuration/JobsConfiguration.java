package io.kubefate.server.configuration;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The jobs: installs, updates, deletes and checks of clusters.
 *
 * @param parallel how many jobs run at the same time
 * @param lease after which time another replica takes over the jobs of one that has crashed
 * @param timeLimit the time limit of jobs that do not specify one
 */
public record JobsConfiguration(
        @Min(1) Integer parallel,
        @MinDuration(value = 2, unit = TimeUnit.SECONDS) Duration lease,
        @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration timeLimit) {

    /** Sets the defaults. */
    public JobsConfiguration(@Nullable Integer parallel, @Nullable Duration lease, @Nullable Duration timeLimit) {
        this.parallel = Objects.requireNonNullElse(parallel, 8);
        this.lease = Objects.requireNonNullElse(lease, Duration.seconds(6));
        this.timeLimit = Objects.requireNonNullElse(timeLimit, Duration.hours(1));
    }
}
