package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "job",
        description = "Shows, follows, stops and removes jobs.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate job list",
            "  kubefate job describe fe846176 --watch",
            "  kubefate job wait fe846176 --timeout 10m"
        })
public final class JobCommand implements ParentCommand {

    private final CommandContext context;

    public JobCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<String> names() {
        return List.of("list", "describe", "wait", "logs", "stop", "delete");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new JobListCommand(context));
            case "describe" -> Optional.of(new JobDescribeCommand(context));
            case "wait" -> Optional.of(new JobWaitCommand(context));
            case "logs" -> Optional.of(new JobLogsCommand(context));
            case "stop" -> Optional.of(new JobStopCommand(context));
            case "delete", "del" -> Optional.of(new JobDeleteCommand(context));
            default -> Optional.empty();
        };
    }
}
