package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.completion.Shell;
import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = {
            "Prints a completion script for a shell. It completes commands, options, and the names of clusters, jobs, modules, charts,"
                    + " plugins, namespaces and contexts.",
            "The script for bash also works in zsh with bashcompinit."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(kubefate completion bash)                            # bash, for example in ~/.bashrc",
            "  source <(kubefate completion zsh)                             # zsh, in ~/.zshrc",
            "  kubefate completion fish > ~/.config/fish/completions/kubefate.fish"
        })
public final class CompletionCommand implements Runnable {

    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "SHELL",
            description = "The shell: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Shell shell = Shell.BASH;

    public CompletionCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.print(shell.script());
    }
}
