package io.kubefate.cli.command.cluster;

import io.kubefate.api.ClusterPlan;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.view.PlanView;

/** Prints a plan, and derives the exit code from it. */
final class PlanPrinter {

    private static final int NO_CHANGES = 0;
    private static final int NOT_POSSIBLE = 1;
    private static final int CHANGES = 2;

    private PlanPrinter() {}

    /** {@return the exit code} */
    static int print(CommandContext context, OutputFormat format, ClusterPlan plan) {
        context.print(format, plan, () -> PlanView.of(plan));
        if (!plan.feasible()) {
            return NOT_POSSIBLE;
        }
        return plan.changes() ? CHANGES : NO_CHANGES;
    }
}
