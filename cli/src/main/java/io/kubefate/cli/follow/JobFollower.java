package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.Terminal;
import io.kubefate.cli.view.JobView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Follows a job until it has finished, and shows its progress. */
public final class JobFollower {

    /** The exit code of a timeout, as of timeout(1). */
    private static final int TIMED_OUT = 124;

    private final CommandContext context;

    public JobFollower(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /**
     * Prints the id of a new job, and optionally waits for it.
     *
     * @return the exit code: 0 without waiting, else as {@link #await}
     */
    public int accept(Job job, boolean wait) {
        return accept(job, wait, Deadline.none());
    }

    /**
     * Prints the id of a new job, and optionally waits for it.
     *
     * @return the exit code: 0 without waiting, else as {@link #await}
     */
    public int accept(Job job, boolean wait, Deadline deadline) {
        context.out().println("create job success, job id=" + job.uuid());
        return wait ? await(UUID.fromString(job.uuid()), deadline) : 0;
    }

    /**
     * Waits for a job, and shows its progress.
     *
     * @return the exit code: 0 if the job succeeded, {@link #TIMED_OUT} if it has not finished by the deadline, else 1
     */
    public int await(UUID job, Deadline deadline) {
        Optional<Job> last = watch(job, deadline);
        return last.filter(Job::ended).map(this::conclude).orElseGet(() -> timeOut(job, last));
    }

    /**
     * Reports that a job has not finished by a deadline.
     *
     * @param last its last known state
     * @return the exit code
     */
    public int timeOut(UUID job, Optional<Job> last) {
        String status = last.map(state -> " is " + state.status() + " and").orElse("");
        context.err().println("timed out: job " + job + status + continues(job));
        last.ifPresent(state -> view(state).reasons().forEach(context.err()::println));
        return TIMED_OUT;
    }

    /** Shows the progress of a job until it has finished, and returns its final state. */
    public Job watch(UUID job) {
        return watch(job, Deadline.none()).orElseThrow();
    }

    /** Shows the progress of a job until it has finished or a deadline, and returns its last known state. */
    public Optional<Job> watch(UUID job, Deadline deadline) {
        JobProgress progress = progress();
        return follow(job, deadline, progress::warn, state -> progress.show(view(state)));
    }

    /** Passes on each state of a job until it has finished or a deadline, and returns the last one. */
    public Optional<Job> watch(UUID job, Deadline deadline, Consumer<Job> states) {
        return follow(job, deadline, context.err()::println, states);
    }

    private Optional<Job> follow(UUID job, Deadline deadline, Consumer<String> warnings, Consumer<Job> states) {
        try (InterruptNotice notice = new InterruptNotice(context.err(), "job " + job + continues(job));
                JobWatch watch = new JobWatch(context, job, deadline, warnings)) {
            Optional<Job> last = Optional.empty();
            for (Optional<Job> state = watch.next(); state.isPresent(); state = watch.next()) {
                last = state;
                states.accept(state.get());
                if (state.get().ended()) {
                    break;
                }
            }
            return last;
        }
    }

    private JobProgress progress() {
        Terminal terminal = context.terminal();
        return terminal.interactive()
                ? new BlockProgress(context.out(), terminal.columns().getAsInt())
                : new LineProgress(context.out());
    }

    private JobView view(Job job) {
        return new JobView(job, context.timestamps());
    }

    private int conclude(Job job) {
        JobView view = view(job);
        String summary = "job " + job.uuid() + " " + job.status() + ", " + view.duration();
        if (job.succeeded()) {
            context.out().println(summary + ", cluster id=" + job.clusterId());
            return 0;
        }
        printEarlierStates(view);
        context.err().println(summary + ": " + view.lastState());
        view.reasons().forEach(context.err()::println);
        return 1;
    }

    /** Prints why a job failed, except its last state. */
    public void explain(Job job) {
        JobView view = view(job);
        printEarlierStates(view);
        view.reasons().forEach(context.err()::println);
    }

    /** A terminal shows one state at a time, and the last one is not always the cause of a failure. */
    private void printEarlierStates(JobView view) {
        List<String> states = view.states();
        if (context.terminal().interactive()) {
            states.stream().limit(Math.max(0, states.size() - 1)).forEach(context.err()::println);
        }
    }

    private static String continues(UUID job) {
        return " continues; to see its progress, run: kubefate job describe " + job;
    }
}
