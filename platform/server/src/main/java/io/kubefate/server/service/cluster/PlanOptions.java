package io.kubefate.server.service.cluster;

import io.kubefate.planning.plan.PlanOption;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects options from requests, in which an option that is not given may be null. */
final class PlanOptions {

    private final Set<PlanOption> options = EnumSet.noneOf(PlanOption.class);

    private PlanOptions() {}

    static PlanOptions builder() {
        return new PlanOptions();
    }

    PlanOptions with(PlanOption option, @Nullable Boolean given) {
        if (Boolean.TRUE.equals(given)) {
            options.add(option);
        }
        return this;
    }

    Set<PlanOption> build() {
        return Set.copyOf(options);
    }
}
