package io.kubefate.server.configuration;

import io.dropwizard.health.DefaultHealthFactory;
import io.dropwizard.health.HealthCheckConfiguration;
import io.dropwizard.health.Schedule;
import io.dropwizard.util.Duration;
import java.util.List;

/**
 * When the service is ready: once it has warmed up, while the database and Kubernetes are available. Threads of their own check this, so
 * that an answer never waits for it.
 */
public final class Readiness {

    /** The name of the check of the database. */
    public static final String DATABASE = "database";

    /** The name of the check of Kubernetes. */
    public static final String KUBERNETES = "kubernetes";

    /** The name of the check that the first request will not be slow. */
    public static final String WARM_UP = "warm-up";

    /** {@code ?type=alive} reports whether the server answers, {@code ?type=ready} whether it is ready. */
    private static final String PATH = "/health";

    private static final Duration INTERVAL = Duration.seconds(5);

    /** So that one slow answer does not take the service out of a load balancer. */
    private static final int FAILURES = 2;

    private Readiness() {}

    static DefaultHealthFactory standard() {
        DefaultHealthFactory health = new DefaultHealthFactory();
        health.setHealthCheckUrlPaths(List.of(PATH));
        health.setHealthCheckConfigurations(List.of(check(DATABASE), check(KUBERNETES), check(WARM_UP)));
        return health;
    }

    private static HealthCheckConfiguration check(String name) {
        Schedule schedule = new Schedule();
        schedule.setInitialDelay(Duration.milliseconds(0));
        schedule.setCheckInterval(INTERVAL);
        schedule.setDowntimeInterval(INTERVAL);
        schedule.setFailureAttempts(FAILURES);
        schedule.setSuccessAttempts(1);
        HealthCheckConfiguration check = new HealthCheckConfiguration();
        check.setName(name);
        check.setCritical(true);
        check.setInitialState(false);
        check.setSchedule(schedule);
        return check;
    }
}
