package io.kubefate.cli.command.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "use",
        description = "Makes a context the current one.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate context use production")
final class ContextUseCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "CONTEXT", description = "The context.")
    private String name;

    ContextUseCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.connections().contexts().update(file -> file.using(name));
        context.print("The current context is " + name + ".\n");
    }
}
