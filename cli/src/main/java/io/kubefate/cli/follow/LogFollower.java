package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.LogQuery;
import io.kubefate.cli.client.LogStream;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Prints the lines of logs as they come. When the connection breaks it says so and goes on where it was. */
public final class LogFollower {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CommandContext context;
    private final UUID cluster;
    private final LogQuery query;
    private final LogPosition position;

    public LogFollower(CommandContext context, UUID cluster, LogQuery query) {
        this.context = requireNonNull(context, "context is null");
        this.cluster = requireNonNull(cluster, "cluster is null");
        this.query = query.withTimestamps();
        this.position = new LogPosition(query.timestamps());
    }

    /** Goes on until the service has no more, or the user ends the process. */
    public void follow() {
        LogStream.End end = print(context.client().access().followLogs(cluster, query));
        while (end.isAccident()) {
            context.err().println("the connection broke (" + end.reason() + "); connecting again");
            LogStream lines = reconnect();
            context.err().println("connected again");
            end = print(lines);
        }
        if (!end.reason().isEmpty()) {
            context.err().println(end.reason());
        }
    }

    private LogStream.End print(LogStream lines) {
        try (lines) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                position.show(line.get()).ifPresent(context.out()::print);
                context.out().flush();
            }
            return lines.end();
        }
    }

    private LogStream reconnect() {
        Instant limit = context.clock().instant().plus(PATIENCE);
        while (true) {
            pause();
            try {
                return context.client()
                        .access()
                        .followLogs(cluster, position.since().map(query::from).orElse(query));
            } catch (UnavailableException e) {
                if (context.clock().instant().isAfter(limit)) {
                    throw e;
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(context.environment().pollInterval().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while connecting again", e);
        }
    }
}
