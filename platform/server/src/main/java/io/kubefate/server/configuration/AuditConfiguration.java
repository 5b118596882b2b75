package io.kubefate.server.configuration;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Settings for the audit.
 *
 * @param retention how long entries are kept; default 180 days
 */
public record AuditConfiguration(
        @MinDuration(value = 1, unit = TimeUnit.DAYS) Duration retention) {

    /** Sets the default. */
    public AuditConfiguration(@Nullable Duration retention) {
        this.retention = Objects.requireNonNullElse(retention, Duration.days(180));
    }
}
