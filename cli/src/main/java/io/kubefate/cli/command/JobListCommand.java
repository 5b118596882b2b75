package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.text.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kubefate job list}. */
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the jobs.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate job list", "  kubefate job ls -o yaml"})
public final class JobListCommand implements Runnable {

    private final Session session;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public JobListCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        List<Job> jobs = session.client().jobs().list();
        session.print(output, jobs, () -> table(jobs));
    }

    private Table table(List<Job> jobs) {
        Table table = new Table("UUID", "CREATOR", "METHOD", "STATUS", "STARTTIME", "CLUSTERID", "AGE");
        jobs.forEach(job -> table.row(
                job.uuid(),
                job.creator(),
                job.method(),
                job.status(),
                session.timestamps().format(job.startTime()),
                job.clusterId(),
                session.timestamps().duration(job.startTime(), job.endTime())));
        return table;
    }
}
