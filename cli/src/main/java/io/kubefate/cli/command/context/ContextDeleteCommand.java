package io.kubefate.cli.command.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        aliases = "del",
        description = "Deletes a context and its credentials. To end the session too, run kubefate logout before.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate context delete test")
final class ContextDeleteCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "CONTEXT", description = "The context.")
    private String name;

    ContextDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.connections().contexts().update(file -> {
            if (!file.names().contains(name)) {
                file.get(name); // the error lists the contexts; a broken one can be deleted
            }
            return file.without(name);
        });
        context.print("Deleted context " + name + ".\n");
    }
}
