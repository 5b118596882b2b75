package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.client.JobEventStream;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.error.UnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The states of a job, one after the other: from the service's stream, or by asking again and again where an older service or a
 * proxy has none. A restart of the service meanwhile is waited for.
 */
public final class JobWatch implements AutoCloseable {

    /** Without a limit of the user's own: a service that is away for longer will hardly come back soon. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A stream begins with a state; what shows none is held back by something in between. */
    private static final Duration BEGINNING = Duration.ofSeconds(5);

    /** A stream shows a sign of life every 15 seconds; what misses two is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(35);

    private final CommandContext context;
    private final UUID job;
    private final Deadline limit;
    private final Consumer<String> trouble;

    private Optional<JobEventStream> events = Optional.empty();
    private boolean streamed = true;
    private boolean begun;
    private boolean asked;

    /**
     * The states of a job; nothing is asked yet.
     *
     * @param context the service
     * @param job the job's id
     * @param limit until when to look
     * @param trouble told once for each time that the service is away
     */
    public JobWatch(CommandContext context, UUID job, Deadline limit, Consumer<String> trouble) {
        this.context = requireNonNull(context, "context is null");
        this.job = requireNonNull(job, "job is null");
        this.limit = requireNonNull(limit, "limit is null");
        this.trouble = requireNonNull(trouble, "trouble is null");
    }

    /**
     * Waits for the next state, the first of which is the present one.
     *
     * @return the state, which need not differ from the one before; empty when the limit is reached
     */
    public Optional<Job> next() {
        Deadline patience = limit.nanos().isPresent() ? Deadline.none() : Deadline.in(PATIENCE);
        boolean told = false;
        while (!limit.passed()) {
            try {
                Optional<Job> state = streamed ? fromStream() : Optional.of(byAsking());
                if (state.isPresent()) {
                    return state;
                }
            } catch (UnavailableException | ServiceException e) {
                if (!passes(e) || patience.passed()) {
                    throw e;
                }
                if (!told) {
                    trouble.accept(e.getMessage() + "\nThe job goes on; trying again.");
                }
                told = true;
                pause();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        events.ifPresent(JobEventStream::close);
        events = Optional.empty();
    }

    private Optional<Job> fromStream() {
        if (events.isEmpty()) {
            events = context.client().jobs().follow(job);
            streamed = events.isPresent();
            begun = false;
            return Optional.empty();
        }
        JobEventStream.News news = events.get().next(limit.atMost(begun ? SILENCE : BEGINNING));
        switch (news.kind()) {
            case STATE, ALIVE -> begun = true;
            case END -> {
                close();
                streamed = begun;
                pause();
            }
            case NOTHING -> {
                close();
                streamed = begun || limit.passed();
            }
        }
        return news.job();
    }

    private Job byAsking() {
        if (asked) {
            pause();
        }
        Job state = context.client().jobs().find(job);
        asked = true;
        return state;
    }

    /** What a service says whose database is away, or that stops, passes as well. */
    private static boolean passes(CommandException failure) {
        return !(failure instanceof ServiceException refusal) || refusal.status() == 503;
    }

    private void pause() {
        try {
            Thread.sleep(limit.atMost(context.environment().pollInterval()).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting; the job goes on", e);
        }
    }
}
