package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints a completion script for bash and zsh.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(kubefate completion)", "  kubefate completion > /etc/bash_completion.d/kubefate"})
public final class CompletionCommand implements Runnable {

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    public CompletionCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.out().print(AutoComplete.bash("kubefate", spec.root().commandLine()));
        context.out().println();
    }
}
