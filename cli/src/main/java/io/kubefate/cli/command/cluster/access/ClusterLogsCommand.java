package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.LogQuery;
import io.kubefate.cli.client.LogRange;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.DurationConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.follow.LogFollower;
import java.time.Duration;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = {
            "Shows the logs of a cluster's containers.",
            "If there are several containers, each line starts with the name of its container."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster logs fate-9999 nodemanager --tail 20",
            "  kubefate cluster logs fate-9999 -f --since 10m",
            "  kubefate cluster logs fate-9999 mysql --previous"
        })
final class ClusterLogsCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Parameters(
            index = "1",
            paramLabel = "MODULE",
            arity = "0..1",
            defaultValue = "",
            description = "A module, container or pod. Default: all.")
    private String target;

    @Option(
            names = {"-f", "--follow"},
            description = "Follow the logs, also of pods that start later.")
    private boolean follow;

    @Option(names = "--previous", description = "Show the logs of the previous container instances.")
    private boolean previous;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Only lines newer than this, for example 10m.")
    private Duration since = Duration.ZERO;

    @Option(
            names = "--since-time",
            paramLabel = "TIME",
            defaultValue = "",
            description = "Only lines since this time, for example 2026-11-28T10:00:00Z. Without a zone: UTC.")
    private String sinceTime;

    @Option(names = "--timestamps", description = "Show the time of each line, and merge the containers by time.")
    private boolean timestamps;

    @Option(names = "--tail", paramLabel = "N", description = "Only the last N lines of each container.")
    private long tail = -1;

    @Option(names = "--limit-bytes", paramLabel = "N", description = "Only the first N bytes of each container.")
    private long limitBytes;

    ClusterLogsCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        LogQuery query = LogQuery.of(target, new LogRange(since, sinceTime, tail, limitBytes))
                .withPrevious(previous)
                .withTimestamps(timestamps);
        UUID uuid = cluster.uuid(context);
        try {
            if (follow) {
                new LogFollower(context, uuid, query).follow();
            } else {
                context.print(context.client().pods().logs(uuid, query));
            }
        } catch (ServiceException e) {
            throw new CommandException(e.textWithStatus(), e);
        }
    }
}
