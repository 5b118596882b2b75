package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.LogQuery;
import io.kubefate.cli.client.LogStream;
import io.kubefate.cli.context.CommandContext;
import java.util.Optional;
import java.util.UUID;

/** Prints log lines as they are written. Resumes at the last line if the connection is lost. */
public final class LogFollower {

    private final CommandContext context;
    private final UUID cluster;
    private final LogQuery query;
    private final LogPosition position;

    public LogFollower(CommandContext context, UUID cluster, LogQuery query) {
        this.context = requireNonNull(context, "context is null");
        this.cluster = requireNonNull(cluster, "cluster is null");
        this.query = query.withTimestamps(true);
        this.position = new LogPosition(query.timestamps());
    }

    /** Returns when the service has no more lines. */
    public void follow() {
        Reconnector reconnector = new Reconnector(context);
        LogStream.End end = print(connect(query));
        while (end.isLost()) {
            end = print(reconnector.reconnect(end.reason(), this::resume));
        }
        if (!end.reason().isEmpty()) {
            context.err().println(end.reason());
        }
    }

    private LogStream.End print(LogStream lines) {
        try (lines) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                position.advance(line.get()).ifPresent(context::print);
            }
            return lines.end();
        }
    }

    private LogStream resume() {
        return connect(position.time().map(query::since).orElse(query));
    }

    private LogStream connect(LogQuery from) {
        return context.client().pods().followLogs(cluster, from);
    }
}
