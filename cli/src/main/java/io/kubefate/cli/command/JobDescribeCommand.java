package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Wrap;
import io.kubefate.cli.text.Yaml;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kubefate job describe}. */
@Command(
        name = "describe",
        description = "Shows how far a job is, and why it waits or failed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate job describe fe846176-0787-4879-9d27-622692ce181c",
            "  kubefate job describe fe846176-0787-4879-9d27-622692ce181c -o json"
        })
public final class JobDescribeCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The job's id.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public JobDescribeCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        Job job = session.client().job(uuid);
        session.print(output, job, () -> table(new JobView(job, session.timestamps())));
    }

    private Table table(JobView view) {
        Job job = view.job();
        Table table = new Table()
                .row("UUID", job.uuid())
                .row("StartTime", session.timestamps().format(job.startTime()))
                .row("EndTime", session.timestamps().format(job.endTime()))
                .row("Duration", view.duration())
                .row("Status", job.status())
                .row("Creator", job.creator())
                .row("ClusterId", job.clusterId())
                .row("States", states(view.states()))
                .row("SubJobs", String.join("\n", view.subJobs()));
        if (!view.reasons().isEmpty()) {
            String reasons = String.join("\n", view.reasons());
            table.row("Reasons", Wrap.wrap(reasons, session.terminal().textWidth()));
        }
        return table;
    }

    private String states(List<String> states) {
        return states.isEmpty() ? "" : Yaml.dump(states, session.terminal().textWidth());
    }
}
