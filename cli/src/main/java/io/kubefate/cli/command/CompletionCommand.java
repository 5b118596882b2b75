package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kubefate completion}. */
@Command(
        name = "completion",
        description = "Prints a script that completes kubefate's commands in bash and zsh.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(kubefate completion)", "  kubefate completion > /etc/bash_completion.d/kubefate"})
public final class CompletionCommand implements Runnable {

    private final Session session;

    @Spec
    private CommandSpec spec;

    /**
     * The command within a session.
     *
     * @param session where it prints
     */
    public CompletionCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        session.out().print(AutoComplete.bash("kubefate", spec.root().commandLine()));
        session.out().println();
    }
}
