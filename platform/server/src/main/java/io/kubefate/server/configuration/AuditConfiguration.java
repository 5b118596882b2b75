package io.kubefate.server.configuration;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The audit: who requested what.
 *
 * @param retention how long an entry of the audit is kept
 */
public record AuditConfiguration(
        @MinDuration(value = 1, unit = TimeUnit.DAYS) Duration retention) {

    /** Sets the default. */
    public AuditConfiguration(@Nullable Duration retention) {
        this.retention = Objects.requireNonNullElse(retention, Duration.days(180));
    }
}
