package io.kubefate.cli.command.cluster.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Asks on a terminal for what no option specifies. */
final class Questions {

    private final CommandContext context;

    Questions(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** {@return the given value; otherwise the answer, or the default if there is no terminal} */
    String ask(String question, Optional<String> given, String standard) {
        if (given.isPresent() || !context.terminal().interactive()) {
            return given.orElse(standard);
        }
        String answer = answer(question + (standard.isEmpty() ? ": " : " [" + standard + "]: "));
        return answer.isEmpty() ? standard : answer;
    }

    /** {@return one of the options, by its number} */
    int choose(String question, List<String> options) {
        if (options.size() == 1 || !context.terminal().interactive()) {
            return 0;
        }
        for (int i = 0; i < options.size(); i++) {
            context.err().println("  " + (i + 1) + ". " + options.get(i));
        }
        String answer = answer(question + " [1]: ");
        String number = answer.isEmpty() ? "1" : answer;
        if (!number.matches("[1-9][0-9]?") || Integer.parseInt(number) > options.size()) {
            throw new CommandException("invalid choice: " + answer + "; use a number from 1 to " + options.size());
        }
        return Integer.parseInt(number) - 1;
    }

    private String answer(String prompt) {
        context.err().print(prompt);
        context.err().flush();
        try {
            return Optional.ofNullable(context.environment().streams().in().readLine())
                    .map(String::strip)
                    .orElseThrow(() -> new CommandException("the input ended before all questions were answered"));
        } catch (IOException e) {
            throw new CommandException("cannot read the answer: " + e.getMessage(), e);
        }
    }
}
