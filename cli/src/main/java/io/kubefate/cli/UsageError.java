package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the style of the other messages of the program. */
record UsageError(ParameterException failure) {

    private static final Pattern CHOICE =
            Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'");

    UsageError {
        requireNonNull(failure, "failure is null");
    }

    /** {@return whether a group is named without one of its commands} */
    boolean lacksCommand() {
        return isGroup() && !(failure instanceof UnmatchedArgumentException);
    }

    String message() {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        String text = String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
        return invalidValue(text)
                .orElseGet(() -> text.substring(0, 1).toLowerCase(Locale.ROOT)
                        + text.substring(1).replace("'", ""));
    }

    /** {@return what the user may have meant, or where to write it; empty if nothing is similar} */
    Optional<String> hint() {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        Optional<String> similar = new Suggestions(failure.getCommandLine()).of(word(unmatched));
        return similar.isEmpty() && isGroup() && unmatched.isUnknownOption()
                ? Optional.of("Write the options of a command after its name.")
                : similar;
    }

    private String unmatched(UnmatchedArgumentException unmatched) {
        String kind = unmatched.isUnknownOption()
                ? "unknown option: "
                : isGroup() ? "unknown command: " : "unexpected argument: ";
        return kind + word(unmatched);
    }

    /** An option without its value. */
    private static String word(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().get(0);
        return unmatched.isUnknownOption() ? word.replaceFirst("=.*", "") : word;
    }

    /** The message of a converter, after the name of the argument. */
    private Optional<String> invalidValue(String text) {
        return Optional.ofNullable(failure.getArgSpec())
                .filter(argument -> text.startsWith("Invalid value for "))
                .map(argument -> name(argument) + ": " + reason(text.replaceFirst("^.*?: ", "")));
    }

    /** The library names the constants of Java. */
    private static String reason(String text) {
        Matcher choice = CHOICE.matcher(text);
        return choice.matches()
                ? choice.group(2) + " is not one of " + choice.group(1).toLowerCase(Locale.ROOT)
                : text.replaceFirst("^'(.*)' is not an? (int|long)$", "$1 is not a whole number");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private boolean isGroup() {
        return !failure.getCommandLine().getSubcommands().isEmpty();
    }
}
