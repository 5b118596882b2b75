package io.kubefate.server;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import io.kubefate.server.configuration.Readiness;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.row.RootCause;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks what the service needs to be ready, and logs each change. */
final class HealthWiring {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWiring.class);

    private final HealthCheckRegistry checks;
    private final Dependency database;
    private final Dependency kubernetes;

    HealthWiring(HealthCheckRegistry checks, Kubernetes client) {
        this.checks = requireNonNull(checks, "checks is null");
        HealthCheck connections = checks.getHealthCheck(DatabaseWiring.HEALTH_CHECK);
        this.database = new Dependency("the database", connections::execute);
        this.kubernetes = new Dependency("Kubernetes", () -> HealthCheck.Result.healthy(client.description()));
        checks.register(Readiness.DATABASE, database);
        checks.register(Readiness.KUBERNETES, kubernetes);
    }

    /** Returns whether each dependency was available at its last check, by name; false before the first one. */
    Map<String, Boolean> available() {
        return Map.of(Readiness.DATABASE, database.isAvailable(), Readiness.KUBERNETES, kubernetes.isAvailable());
    }

    /** Returns why the database is unavailable. */
    Optional<String> databaseFailure() {
        HealthCheck.Result result = checks.runHealthCheck(Readiness.DATABASE);
        return result.isHealthy() ? Optional.empty() : Optional.of(Dependency.reason(result));
    }

    private static final class Dependency extends HealthCheck {

        private final String name;
        private final Supplier<Result> call;
        private Optional<String> reported = Optional.of("");

        private Dependency(String name, Supplier<Result> call) {
            this.name = requireNonNull(name, "name is null");
            this.call = requireNonNull(call, "call is null");
        }

        @Override
        protected Result check() {
            Optional<String> failure = failure();
            report(failure);
            return failure.map(Result::unhealthy).orElseGet(Result::healthy);
        }

        private synchronized boolean isAvailable() {
            return reported.isEmpty();
        }

        private Optional<String> failure() {
            try {
                Result result = call.get();
                return result.isHealthy() ? Optional.empty() : Optional.of(reason(result));
            } catch (RuntimeException e) {
                return Optional.of(reason(e));
            }
        }

        private synchronized void report(Optional<String> failure) {
            if (failure.equals(reported)) {
                return;
            }
            reported = failure;
            failure.ifPresentOrElse(
                    reason -> LOG.error("{} is unavailable: {}", name, reason),
                    () -> LOG.info("{} is available", name));
        }

        private static String reason(HealthCheck.Result result) {
            return Optional.ofNullable(result.getError())
                    .map(Dependency::reason)
                    .orElseGet(() -> requireNonNullElse(result.getMessage(), "no reason"));
        }

        /** The failures of Kubernetes are explained; those of the database have a reason that is deeper. */
        private static String reason(Throwable failure) {
            return failure instanceof KubernetesException ? RootCause.line(failure) : RootCause.text(failure);
        }
    }
}
