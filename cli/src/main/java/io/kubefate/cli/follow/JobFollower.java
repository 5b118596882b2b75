package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.Terminal;
import io.kubefate.cli.view.JobView;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Follows a job until it has ended, and shows its progress. */
public final class JobFollower {

    /** The exit code when the time was over before the job, that of timeout(1). */
    public static final int TIMED_OUT = 124;

    private final CommandContext context;
    private final JobProgress progress;

    public JobFollower(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
        Terminal terminal = context.terminal();
        this.progress = terminal.interactive()
                ? new BlockProgress(context.out(), terminal.columns().getAsInt())
                : new LineProgress(context.out());
    }

    /**
     * Tells which job was accepted, and waits for it if that is wanted.
     *
     * @param context what it asks and where it prints
     * @param job the accepted job
     * @param wait whether to wait
     * @return the exit code: 0 if nothing is waited for, else as {@link #await}
     */
    public static int accepted(CommandContext context, Job job, boolean wait) {
        context.out().println("create job success, job id=" + job.uuid());
        return wait ? new JobFollower(context).await(UUID.fromString(job.uuid()), Deadline.none()) : 0;
    }

    /**
     * Waits.
     *
     * @param job the job's id
     * @param limit how long at most
     * @return the exit code: 0 if the job succeeded, {@link #TIMED_OUT} if it has not ended in time, else 1; with the reasons on
     *     the error output
     */
    public int await(UUID job, Deadline limit) {
        Optional<Job> last = follow(job, limit, progress::trouble, state -> progress.show(view(state)));
        if (last.filter(Job::ended).isPresent()) {
            return conclude(view(last.get()));
        }
        String state = last.map(known -> " is " + known.status() + "; it").orElse("");
        context.err()
                .println("the time is over: job " + job + state + " goes on, look at it with: kubefate job describe "
                        + job);
        last.ifPresent(known -> view(known).reasons().forEach(context.err()::println));
        return TIMED_OUT;
    }

    /**
     * Shows how a job comes along, until it has ended.
     *
     * @param job the job's id
     * @return its last state
     */
    public Job watch(UUID job) {
        return follow(job, Deadline.none(), progress::trouble, state -> progress.show(view(state)))
                .orElseThrow();
    }

    /**
     * Hands over each state of a job, until it has ended.
     *
     * @param job the job's id
     * @param states told each state
     * @return its last state
     */
    public Job watch(UUID job, Consumer<Job> states) {
        return follow(job, Deadline.none(), context.err()::println, states).orElseThrow();
    }

    private Optional<Job> follow(UUID job, Deadline limit, Consumer<String> trouble, Consumer<Job> shown) {
        String notice = "job " + job + " goes on without you; look at it with: kubefate job describe " + job;
        try (InterruptNotice open = new InterruptNotice(context.err(), notice);
                JobWatch states = new JobWatch(context, job, limit, trouble)) {
            Optional<Job> last = Optional.empty();
            for (Optional<Job> state = states.next(); state.isPresent(); state = states.next()) {
                last = state;
                shown.accept(state.get());
                if (state.get().ended()) {
                    break;
                }
            }
            return last;
        }
    }

    private JobView view(Job job) {
        return new JobView(job, context.timestamps());
    }

    private int conclude(JobView view) {
        String outcome = "job " + view.job().uuid() + " " + view.job().status() + ", " + view.duration();
        if (view.job().status().equals("Success")) {
            context.out().println(outcome + ", cluster id=" + view.job().clusterId());
            return 0;
        }
        context.err().println(outcome + ": " + view.lastState());
        view.reasons().forEach(context.err()::println);
        return 1;
    }
}
