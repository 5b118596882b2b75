package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.client.UnavailableException;
import io.kubefate.cli.error.CommandException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Looks at a job until it has ended, and shows its progress. A restart of the service meanwhile is waited for. */
final class JobWaiter {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Session session;
    private final JobProgress progress;

    JobWaiter(Session session) {
        this.session = requireNonNull(session, "session is null");
        Terminal terminal = session.terminal();
        this.progress = terminal.interactive()
                ? new BlockProgress(session.out(), terminal.columns().getAsInt())
                : new LineProgress(session.out());
    }

    /**
     * Tells which job was accepted, and waits for it if that is wanted.
     *
     * @param session what it asks and where it prints
     * @param job the accepted job
     * @param wait whether to wait
     * @return the exit code: 0 if nothing is waited for, else as {@link #await}
     */
    static int accepted(Session session, Job job, boolean wait) {
        session.out().println("create job success, job id=" + job.uuid());
        return wait ? new JobWaiter(session).await(UUID.fromString(job.uuid())) : 0;
    }

    /**
     * Waits.
     *
     * @param job the job's id
     * @return the exit code: 0 if the job succeeded, else 1, with the reasons on the error output
     */
    int await(UUID job) {
        String notice = "job " + job + " goes on without you; look at it with: kubefate job describe " + job;
        try (InterruptNotice open = new InterruptNotice(session.err(), notice)) {
            JobView current = look(job);
            while (!current.job().ended()) {
                pause();
                current = look(job);
            }
            return conclude(current);
        }
    }

    private JobView look(UUID job) {
        JobView view = new JobView(fetch(job), session.timestamps());
        progress.show(view);
        return view;
    }

    private Job fetch(UUID job) {
        Instant limit = session.clock().instant().plus(PATIENCE);
        boolean told = false;
        while (true) {
            try {
                return session.client().job(job);
            } catch (UnavailableException e) {
                if (session.clock().instant().isAfter(limit)) {
                    throw e;
                }
                if (!told) {
                    progress.trouble(e.getMessage() + "\nThe job goes on; trying again.");
                }
                told = true;
                pause();
            }
        }
    }

    private int conclude(JobView view) {
        String outcome = "job " + view.job().uuid() + " " + view.job().status() + ", " + view.duration();
        if (view.job().status().equals("Success")) {
            session.out().println(outcome + ", cluster id=" + view.job().clusterId());
            return 0;
        }
        session.err().println(outcome + ": " + view.lastState());
        view.reasons().forEach(session.err()::println);
        return 1;
    }

    private void pause() {
        try {
            Thread.sleep(session.environment().pollInterval().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting; the job goes on", e);
        }
    }
}
