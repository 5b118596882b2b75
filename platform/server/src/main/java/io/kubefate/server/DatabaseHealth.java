package io.kubefate.server;

import com.codahale.metrics.health.HealthCheck;
import org.jdbi.v3.core.Jdbi;

/** Whether the database answers. */
final class DatabaseHealth extends HealthCheck {

    private final Jdbi jdbi;

    DatabaseHealth(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    protected Result check() {
        jdbi.withHandle(handle -> handle.execute("select 1"));
        return Result.healthy();
    }
}
