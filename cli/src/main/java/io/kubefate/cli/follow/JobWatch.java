package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.client.JobEventStream;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The states of a job, from the service's event stream, or from polling if the service has no stream or a proxy buffers it.
 * Waits for the service if it restarts.
 */
final class JobWatch implements AutoCloseable {

    /** How long the service may be unavailable if the user sets no timeout. */
    private static final Duration OUTAGE_TIMEOUT = Duration.ofMinutes(2);

    /** A stream starts with an event at once; if there is none, a proxy buffers it. */
    private static final Duration FIRST_EVENT_TIMEOUT = Duration.ofSeconds(5);

    /** A stream has a heartbeat every 15 seconds; if two are missing, the connection is lost. */
    private static final Duration EVENT_TIMEOUT = Duration.ofSeconds(35);

    private final CommandContext context;
    private final UUID job;
    private final Deadline deadline;
    private final Consumer<String> warnings;

    private Optional<JobEventStream> events = Optional.empty();
    private boolean streaming = true;
    private boolean streamStarted;
    private boolean polled;

    /**
     * A watch that has not sent a request.
     *
     * @param warnings receives one message per outage of the service
     */
    JobWatch(CommandContext context, UUID job, Deadline deadline, Consumer<String> warnings) {
        this.context = requireNonNull(context, "context is null");
        this.job = requireNonNull(job, "job is null");
        this.deadline = requireNonNull(deadline, "deadline is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * Waits for the next state; the first call returns the present one.
     *
     * @return the state, which may equal the previous one; empty after the deadline
     */
    Optional<Job> next() {
        Deadline outage = deadline.nanos().isPresent() ? Deadline.none() : Deadline.after(OUTAGE_TIMEOUT);
        boolean warned = false;
        while (!deadline.passed()) {
            try {
                Optional<Job> state = streaming ? nextEvent() : Optional.of(poll());
                if (state.isPresent()) {
                    return state;
                }
            } catch (CommandException e) {
                if (!e.isTemporary() || outage.passed()) {
                    throw e;
                }
                if (!warned) {
                    warnings.accept(e.getMessage() + "\nThe job continues; retrying.");
                }
                warned = true;
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

    private Optional<Job> nextEvent() {
        if (events.isEmpty()) {
            events = context.client().jobs().follow(job);
            streaming = events.isPresent();
            streamStarted = false;
            return Optional.empty();
        }
        Duration timeout = streamStarted ? EVENT_TIMEOUT : FIRST_EVENT_TIMEOUT;
        JobEventStream.Event event = events.get().next(deadline.atMost(timeout));
        switch (event.type()) {
            case CHANGE, HEARTBEAT -> streamStarted = true;
            case END -> {
                close();
                streaming = streamStarted;
                pause();
            }
            case TIMEOUT -> {
                close();
                streaming = streamStarted || deadline.passed();
            }
        }
        return event.job();
    }

    private Job poll() {
        if (polled) {
            pause();
        }
        Job state = context.client().jobs().find(job);
        polled = true;
        return state;
    }

    private void pause() {
        context.sleep(deadline.atMost(context.environment().pollInterval()));
    }
}
