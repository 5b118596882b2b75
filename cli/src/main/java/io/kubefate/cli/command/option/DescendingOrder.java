package io.kubefate.cli.command.option;

import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Accepts {@code --sort-by -name}, which picocli reads as another option. */
public final class DescendingOrder implements IParameterPreprocessor {

    @Override
    @SuppressWarnings("JdkObsolete") // the interface has a Stack
    public boolean preprocess(
            Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> information) {
        boolean descending = !arguments.isEmpty()
                && arguments.peek().matches("-[a-z]{2,}")
                && !command.optionsMap().containsKey(arguments.peek());
        if (descending) {
            option.setValue(Optional.of(arguments.pop()));
        }
        return descending;
    }
}
