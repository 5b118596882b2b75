package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.follow.JobFollower;
import io.kubefate.cli.view.CheckView;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Tries whether a running cluster works: whether its modules reach each other and the other parties, and FATE's own toy"
                    + " test where the images have it. What is tried, the plugin of the cluster's release says.",
            "Exit code 0: nothing failed; 1: something did, or the check did not end."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster check 27e37a60-fffb-4031-a76f-990b2ff43cf2",
            "  kubefate cluster check 27e37a60-fffb-4031-a76f-990b2ff43cf2 -o json",
            "  kubefate cluster check 27e37a60-fffb-4031-a76f-990b2ff43cf2 --no-wait"
        })
final class ClusterCheckCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Option(
            names = "--wait",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Wait for the results, which is the default; without, they stand in the job when it has ended.")
    private boolean wait;

    @Mixin
    private OutputOption output;

    ClusterCheckCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        Job accepted = context.client().check(uuid);
        boolean table = output.format() == OutputFormat.TABLE;
        if (table) {
            context.out().println("create job success, job id=" + accepted.uuid());
            context.out().flush();
        }
        Job job = wait ? ended(UUID.fromString(accepted.uuid()), table) : accepted;
        if (wait || !table) {
            context.printText(output.format(), job, () -> CheckView.of(job));
        }
        return !wait || job.status().equals("Success") ? 0 : 1;
    }

    /** Who reads a terminal sees each result come; a file or a program gets them once. */
    private Job ended(UUID job, boolean table) {
        JobFollower waiter = new JobFollower(context);
        return table && context.terminal().interactive() ? waiter.watch(job) : waiter.watch(job, state -> {});
    }
}
