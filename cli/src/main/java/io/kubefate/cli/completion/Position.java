package io.kubefate.cli.completion;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where the cursor is in an unfinished command line.
 *
 * @param command the command so far
 * @param option the option whose value is typed
 * @param arguments the arguments before the cursor, without options
 * @param options the values of the options before the cursor, by the longest name
 */
record Position(CommandSpec command, Optional<OptionSpec> option, List<String> arguments, Map<String, String> options) {

    Position {
        requireNonNull(command, "command is null");
        requireNonNull(option, "option is null");
        arguments = List.copyOf(arguments);
        options = Map.copyOf(options);
    }

    /**
     * Finds the position after some words.
     *
     * @param words without the one that is typed; bash has the {@code =} of an option as a word of its own
     */
    static Position after(CommandSpec root, List<String> words) {
        Reader reader = new Reader(root);
        words.forEach(reader::read);
        return new Position(reader.command, reader.awaiting, reader.arguments, reader.options);
    }

    private static final class Reader {

        private final List<String> arguments = new ArrayList<>();
        private final Map<String, String> options = new LinkedHashMap<>();
        private CommandSpec command;
        private Optional<OptionSpec> awaiting = Optional.empty();
        private boolean optionsEnded;

        private Reader(CommandSpec root) {
            this.command = root;
        }

        private void read(String word) {
            if (awaiting.isPresent()) {
                readValue(awaiting.get(), word);
            } else if (!optionsEnded && word.equals("--")) {
                optionsEnded = true;
            } else if (!optionsEnded && word.startsWith("-") && word.length() > 1) {
                readOption(word);
            } else {
                readArgument(word);
            }
        }

        private void readValue(OptionSpec option, String word) {
            if (!word.equals("=")) {
                options.put(option.longestName(), word);
                awaiting = Optional.empty();
            }
        }

        private void readOption(String word) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Optional<OptionSpec> option = Optional.ofNullable(command.findOption(name));
            if (equals >= 0) {
                option.ifPresent(known -> options.put(known.longestName(), word.substring(equals + 1)));
            } else {
                awaiting = option.filter(known -> known.arity().min() > 0);
            }
        }

        private void readArgument(String word) {
            Optional<CommandLine> next =
                    Optional.ofNullable(command.subcommands().get(word));
            if (next.isPresent() && arguments.isEmpty()) {
                command = next.get().getCommandSpec();
            } else {
                arguments.add(word);
            }
        }
    }
}
