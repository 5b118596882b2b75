package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.LogQuery;
import io.kubefate.cli.client.TextMessages;
import io.kubefate.cli.client.UnavailableException;
import io.kubefate.cli.error.CommandException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Prints the lines of logs as they come. When the connection breaks it says so and goes on where it was. */
final class LogFollower {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Session session;
    private final UUID cluster;
    private final LogQuery query;
    private final LogPosition position;

    LogFollower(Session session, UUID cluster, LogQuery query) {
        this.session = requireNonNull(session, "session is null");
        this.cluster = requireNonNull(cluster, "cluster is null");
        this.query = query.withTimestamps();
        this.position = new LogPosition(query.timestamps());
    }

    /** Goes on until the service has no more, or the user ends the process. */
    void follow() {
        TextMessages.End end = print(session.client().access().followLogs(cluster, query));
        while (end.isAccident()) {
            session.err().println("the connection broke (" + end.reason() + "); connecting again");
            TextMessages lines = reconnect();
            session.err().println("connected again");
            end = print(lines);
        }
        if (!end.reason().isEmpty()) {
            session.err().println(end.reason());
        }
    }

    private TextMessages.End print(TextMessages lines) {
        try (lines) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                position.show(line.get()).ifPresent(session.out()::print);
                session.out().flush();
            }
            return lines.end();
        }
    }

    private TextMessages reconnect() {
        Instant limit = session.clock().instant().plus(PATIENCE);
        while (true) {
            pause();
            try {
                return session.client()
                        .access()
                        .followLogs(cluster, position.since().map(query::from).orElse(query));
            } catch (UnavailableException e) {
                if (session.clock().instant().isAfter(limit)) {
                    throw e;
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(session.environment().pollInterval().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while connecting again", e);
        }
    }
}
