package io.kubefate.cli.command.cluster;

import io.kubefate.api.ClusterPlan;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.view.PlanView;

/** Prints a plan and says by the exit code what it comes to. */
final class PlanOutput {

    private static final int NO_CHANGE = 0;
    private static final int NOT_POSSIBLE = 1;
    private static final int CHANGES = 2;

    private PlanOutput() {}

    /** {@return 0 if nothing would change, 2 if something would, 1 if something stands in the way} */
    static int print(CommandContext context, OutputFormat format, ClusterPlan plan) {
        context.printText(format, plan, () -> PlanView.of(plan));
        if (!plan.feasible()) {
            return NOT_POSSIBLE;
        }
        return plan.changes() ? CHANGES : NO_CHANGE;
    }
}
