package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Fetches a value repeatedly, until a deadline or until the user ends the process. Waits for the service if it restarts. */
final class Watch {

    private static final int POLLS_PER_REQUEST = 2;

    private final CommandContext context;
    private final Deadline deadline;

    Watch(CommandContext context, Deadline deadline) {
        this.context = requireNonNull(context, "context is null");
        this.deadline = requireNonNull(deadline, "deadline is null");
    }

    <T> void run(Supplier<T> request, Consumer<T> show) {
        Duration interval = context.environment().pollInterval().multipliedBy(POLLS_PER_REQUEST);
        show.accept(request.get());
        while (!deadline.passed()) {
            context.sleep(deadline.atMost(interval));
            show.accept(fetch(request));
        }
    }

    private <T> T fetch(Supplier<T> request) {
        try {
            return request.get();
        } catch (CommandException e) {
            if (!e.isTemporary()) {
                throw e;
            }
            String reason = e.getMessage().lines().findFirst().orElse("");
            return new Reconnector(context).reconnect(reason, request);
        }
    }
}
