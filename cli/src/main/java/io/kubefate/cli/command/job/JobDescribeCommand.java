package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.follow.JobFollower;
import io.kubefate.cli.text.Json;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Wrap;
import io.kubefate.cli.text.Yaml;
import io.kubefate.cli.view.JobView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "Shows how far a job is, and why it waits or failed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate job describe fe846176-0787-4879-9d27-622692ce181c",
            "  kubefate job describe fe846176-0787-4879-9d27-622692ce181c -o json",
            "  kubefate job describe fe846176-0787-4879-9d27-622692ce181c --watch"
        })
final class JobDescribeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The job's id.")
    private UUID uuid;

    @Option(
            names = {"-w", "--watch"},
            description = {
                "Show each change until the job has ended, however it ends.",
                "With -o each state of the job is printed: JSON on a line, YAML as a document."
            })
    private boolean watch;

    @Mixin
    private OutputOption output;

    JobDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        if (watch && output.format() != OutputFormat.TABLE) {
            new JobFollower(context).watch(uuid, this::printState);
            return;
        }
        Job job = watch
                ? new JobFollower(context).watch(uuid)
                : context.client().jobs().find(uuid);
        context.print(output.format(), job, () -> table(new JobView(job, context.timestamps())));
    }

    private void printState(Job job) {
        String text = output.format() == OutputFormat.JSON
                ? new String(Json.write(job), StandardCharsets.UTF_8) + "\n"
                : "---\n" + Yaml.dump(Json.plain(job), context.terminal().textWidth());
        context.out().print(text);
        context.out().flush();
    }

    private Table table(JobView view) {
        Job job = view.job();
        Table table = new Table()
                .row("UUID", job.uuid())
                .row("StartTime", context.timestamps().format(job.startTime()))
                .row("EndTime", context.timestamps().format(job.endTime()))
                .row("Duration", view.duration())
                .row("Status", job.status())
                .row("Creator", job.creator())
                .row("ClusterId", job.clusterId())
                .row("States", states(view.states()))
                .row("SubJobs", String.join("\n", view.subJobs()));
        if (!view.reasons().isEmpty()) {
            String reasons = String.join("\n", view.reasons());
            table.row("Reasons", Wrap.wrap(reasons, context.terminal().textWidth()));
        }
        return table;
    }

    private String states(List<String> states) {
        return states.isEmpty() ? "" : Yaml.dump(states, context.terminal().textWidth());
    }
}
