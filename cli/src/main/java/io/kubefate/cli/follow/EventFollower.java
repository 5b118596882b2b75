package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterEvent;
import io.kubefate.cli.client.ClusterEventStream;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.view.EventView;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Prints Kubernetes events as they occur, each once, until the user ends the process. Reconnects if the connection is lost. */
public final class EventFollower {

    private final CommandContext context;
    private final UUID cluster;
    private final OutputFormat format;
    private final EventView view;
    private final Set<ClusterEvent> printed = new HashSet<>();

    public EventFollower(CommandContext context, UUID cluster, OutputFormat format) {
        this.context = requireNonNull(context, "context is null");
        this.cluster = requireNonNull(cluster, "cluster is null");
        this.format = requireNonNull(format, "format is null");
        this.view = new EventView(context.timestamps());
    }

    public void follow() {
        Reconnector reconnector = new Reconnector(context);
        String reason = print(connect());
        while (true) {
            reason = print(reconnector.reconnect(reason, this::connect));
        }
    }

    private ClusterEventStream connect() {
        return context.client().pods().followEvents(cluster);
    }

    /** Returns why the stream ended. */
    private String print(ClusterEventStream events) {
        try (events) {
            for (Optional<ClusterEvent> event = events.next(); event.isPresent(); event = events.next()) {
                event.filter(printed::add).ifPresent(this::print);
            }
            return "closed by the service";
        } catch (IOException e) {
            return Optional.ofNullable(e.getMessage()).orElse(e.toString());
        }
    }

    private void print(ClusterEvent event) {
        context.printItem(format, event, view.line(event));
    }
}
