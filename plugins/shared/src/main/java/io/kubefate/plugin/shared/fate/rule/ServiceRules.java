package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Optional;

/** Each service that the engines use is deployed by its module or named as an external one, not both. */
final class ServiceRules {

    private ServiceRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule("python")) {
            return List.of();
        }
        Engines engines = Engines.of(spec);
        return UsedService.ALL.stream()
                .filter(service -> engines.use(service.module()))
                .flatMap(service -> check(spec, service).stream())
                .toList();
    }

    private static Optional<Problem> check(ClusterSpec spec, UsedService service) {
        boolean deployed = spec.hasModule(service.module());
        if (deployed == service.isExpectedHere(spec)) {
            return Optional.empty();
        }
        return Optional.of(deployed ? unused(service) : missing(service));
    }

    private static Problem unused(UsedService service) {
        return Problem.warning(
                service.key(),
                "names an external one, so nothing uses the module " + service.module() + "; remove " + service.module()
                        + " from modules, or remove this line");
    }

    private static Problem missing(UsedService service) {
        return Problem.warning(
                "modules",
                service.module() + " is missing, and " + service.key()
                        + " does not name an external one, so jobs fail; add " + service.module()
                        + " to modules, or set " + service.key());
    }
}
