package io.kubefate.plugin.fatespark.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Optional;

/** Spark, HDFS, RabbitMQ and nginx: each is deployed here or named, and not both. */
final class ServiceRules {

    private ServiceRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule("python")) {
            return List.of();
        }
        return Service.ALL.stream()
                .flatMap(service -> check(spec, service).stream())
                .toList();
    }

    private static Optional<Problem> check(ClusterSpec spec, Service service) {
        boolean deployed = spec.hasModule(service.module());
        if (deployed == service.isExpectedHere(spec)) {
            return Optional.empty();
        }
        return Optional.of(deployed ? unused(service) : missing(service));
    }

    private static Problem unused(Service service) {
        return Problem.warning(
                service.key(),
                "names another than the one that the module " + service.module()
                        + " deploys, which nobody will use; remove " + service.module()
                        + " from modules, or remove this line");
    }

    private static Problem missing(Service service) {
        return Problem.warning(
                "modules",
                "has no " + service.module() + ", and " + service.key() + " names none outside, so jobs will fail; add "
                        + service.module() + " to modules, or give " + service.key());
    }
}
