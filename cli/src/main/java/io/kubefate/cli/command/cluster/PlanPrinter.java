package io.kubefate.cli.command.cluster;

import io.kubefate.api.ClusterPlan;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.view.PlanView;
import java.util.List;

/** Prints a plan, and derives the exit code from it. */
final class PlanPrinter {

    private static final int NO_CHANGES = 0;
    private static final int NOT_POSSIBLE = 1;
    private static final int CHANGES = 2;

    private PlanPrinter() {}

    /** {@return the exit code} */
    static int print(CommandContext context, OutputFormat format, ClusterPlan plan) {
        return print(context, format, List.of(plan));
    }

    /**
     * Prints one plan as an object, several as a list.
     *
     * @return the exit code for all of them
     */
    static int print(CommandContext context, OutputFormat format, List<ClusterPlan> plans) {
        Object value = plans.size() == 1 ? plans.get(0) : plans;
        context.print(format, value, PlanView.list(plans));
        if (plans.stream().anyMatch(plan -> !plan.feasible())) {
            return NOT_POSSIBLE;
        }
        return plans.stream().anyMatch(ClusterPlan::changes) ? CHANGES : NO_CHANGES;
    }
}
