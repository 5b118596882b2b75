package io.kubefate.server;

import static java.util.Objects.requireNonNull;

import com.codahale.metrics.health.HealthCheck;
import io.kubefate.server.service.spec.SpecIntake;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Validates and renders a file before the service is ready, so that the first install does not wait for classes and code that the JVM
 * loads and compiles once. Healthy when that is done, whatever came of it.
 */
final class WarmUp extends HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Supplier<Optional<String>> example;
    private final SpecIntake specs;
    private boolean done;

    /** @param example returns a valid cluster.yaml of a loaded release; empty if there is none */
    WarmUp(Supplier<Optional<String>> example, SpecIntake specs) {
        this.example = requireNonNull(example, "example is null");
        this.specs = requireNonNull(specs, "specs is null");
    }

    @Override
    protected synchronized Result check() {
        if (!done) {
            done = true;
            try {
                example.get().ifPresent(specs::check);
            } catch (RuntimeException e) { // the plugin is reported where it matters
                LOG.debug("the example could not be rendered", e);
            }
        }
        return Result.healthy();
    }
}
