package io.kubefate.server;

import static java.util.Objects.requireNonNull;

import com.codahale.metrics.health.HealthCheck;
import io.kubefate.api.ClusterArgs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans an install before the service is ready, so that the first install does not wait for classes and code that the JVM loads and
 * compiles once, nor for the connections to Kubernetes. Changes nothing. Healthy when that is done, whatever came of it.
 */
final class WarmUp extends HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Supplier<Optional<String>> example;
    private final Consumer<ClusterArgs> planning;
    private boolean done;

    /**
     * @param example returns a valid cluster.yaml of a loaded release; empty if there is none
     * @param planning plans an install, and changes nothing
     */
    WarmUp(Supplier<Optional<String>> example, Consumer<ClusterArgs> planning) {
        this.example = requireNonNull(example, "example is null");
        this.planning = requireNonNull(planning, "planning is null");
    }

    @Override
    protected synchronized Result check() {
        if (!done) {
            done = true;
            try {
                example.get().map(WarmUp::args).ifPresent(planning);
            } catch (RuntimeException e) { // what does not work is reported where it matters
                LOG.debug("the example could not be planned", e);
            }
        }
        return Result.healthy();
    }

    private static ClusterArgs args(String file) {
        String data = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
        return ClusterArgs.builder().data(data).build();
    }
}
