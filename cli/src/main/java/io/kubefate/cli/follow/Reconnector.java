package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.time.Duration;
import java.util.function.Supplier;

/** Connects again after the connection is lost: repeatedly, for a limited time. */
final class Reconnector {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final CommandContext context;

    Reconnector(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /**
     * Connects.
     *
     * @param reason why the connection was lost
     * @throws CommandException if the service stays unreachable
     */
    <T> T reconnect(String reason, Supplier<T> connect) {
        context.err().println("connection lost (" + reason + "); reconnecting");
        Deadline deadline = Deadline.after(TIMEOUT);
        while (true) {
            context.sleep(context.environment().pollInterval());
            try {
                T connection = connect.get();
                context.err().println("reconnected");
                return connection;
            } catch (CommandException e) {
                if (!e.isTemporary() || deadline.passed()) {
                    throw e;
                }
            }
        }
    }
}
