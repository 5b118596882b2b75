package io.kubefate.cli.command.option;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** {@code --yes}, and the question that it skips. Scripts are never asked. */
public final class Confirmation {

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask for confirmation. Implied if the input or output is not a terminal.")
    private boolean yes;

    /**
     * Asks a question on a terminal.
     *
     * @param question computed only if it is asked
     * @return whether to continue
     */
    public boolean isGiven(CommandContext context, Supplier<String> question) {
        if (yes || !context.terminal().interactive()) {
            return true;
        }
        context.print(question.get() + " [y/N] ");
        context.out().flush();
        if (isYes(context)) {
            return true;
        }
        context.err().println("canceled");
        return false;
    }

    private static boolean isYes(CommandContext context) {
        try {
            return Optional.ofNullable(context.environment().streams().in().readLine())
                    .filter(answer -> answer.strip().matches("(?i)y|yes"))
                    .isPresent();
        } catch (IOException e) {
            throw new CommandException("cannot read the answer; use --yes to skip the question", e);
        }
    }
}
