package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterEvent;
import io.kubefate.cli.client.ClusterEventStream;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.UnavailableException;
import io.kubefate.cli.text.Json;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "events",
        description = {
            "Lists what Kubernetes reports about a cluster's pods, workloads and claims, newest last.",
            "Kubernetes forgets events after a while, commonly an hour."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster events 27e37a60-fffb-4031-a76f-990b2ff43cf2",
            "  kubefate cluster events 27e37a60-fffb-4031-a76f-990b2ff43cf2 -f -o json"
        })
final class ClusterEventsCommand implements Runnable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int YAML_WIDTH = 120;

    private final CommandContext context;
    private final Set<ClusterEvent> shown = new HashSet<>();

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with new events, a line (or a document) for each.")
    private boolean follow;

    @Mixin
    private OutputOption output;

    ClusterEventsCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        if (!follow) {
            List<ClusterEvent> events = context.client().access().events(uuid);
            context.print(output.format(), events, () -> table(events));
            return;
        }
        String trouble = print(context.client().access().followEvents(uuid));
        while (true) {
            context.err().println("the connection broke (" + trouble + "); connecting again");
            trouble = print(reconnect());
        }
    }

    private String print(ClusterEventStream events) {
        try (events) {
            for (Optional<ClusterEvent> event = events.next(); event.isPresent(); event = events.next()) {
                event.filter(shown::add).map(this::text).ifPresent(context.out()::print);
                context.out().flush();
            }
            return "the service ended it";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private ClusterEventStream reconnect() {
        Instant limit = context.clock().instant().plus(PATIENCE);
        while (true) {
            try {
                Thread.sleep(context.environment().pollInterval().toMillis());
                return context.client().access().followEvents(uuid);
            } catch (UnavailableException e) {
                if (context.clock().instant().isAfter(limit)) {
                    throw e;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandException("interrupted while connecting again", e);
            }
        }
    }

    private String text(ClusterEvent event) {
        return switch (output.format()) {
            case JSON -> new String(Json.write(event), StandardCharsets.UTF_8) + "\n";
            case YAML -> "---\n" + Yaml.dump(Json.plain(event), YAML_WIDTH);
            case TABLE ->
                new Table().row(cells(event)).text().replaceFirst("\n\n$", "\n"); // the table's empty last line
        };
    }

    private Table table(List<ClusterEvent> events) {
        Table table = new Table("TIME", "TYPE", "REASON", "MODULE", "OBJECT", "COUNT", "MESSAGE");
        events.forEach(event -> table.row(cells(event)));
        return table;
    }

    private String[] cells(ClusterEvent event) {
        return new String[] {
            context.timestamps().format(event.time()),
            event.type(),
            event.reason(),
            event.module(),
            event.object(),
            String.valueOf(event.count()),
            event.message().replace('\n', ' ')
        };
    }
}
