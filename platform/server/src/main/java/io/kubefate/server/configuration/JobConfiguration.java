package io.kubefate.server.configuration;

import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How jobs are carried out.
 *
 * @param parallel how many at once
 * @param lease how long a job stays with a service that gives no sign of life
 * @param timeLimit how long a job may take when its request does not say
 */
public record JobConfiguration(
        @Min(1) int parallel,
        @NotNull Duration lease,
        @NotNull Duration timeLimit) {

    /** Eight jobs at once, a lease of ten seconds, one hour. */
    public static final JobConfiguration DEFAULT = new JobConfiguration(8, Duration.seconds(10), Duration.hours(1));
}
