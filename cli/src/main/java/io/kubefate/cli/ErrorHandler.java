package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.OutputClosedException;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints errors and returns the exit code: 1 for a failed command, 2 for invalid usage. */
final class ErrorHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final int FAILED = 1;
    private static final int INVALID_USAGE = 2;

    private final CommandContext context;
    private final CommandTree commands;

    ErrorHandler(CommandContext context, CommandTree commands) {
        this.context = requireNonNull(context, "context is null");
        this.commands = requireNonNull(commands, "commands is null");
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        if (failure instanceof OutputClosedException) {
            return OutputClosedException.EXIT_CODE;
        }
        if (failure instanceof CommandException known) {
            err.println(known.text());
        } else {
            err.println("internal error: " + failure + "\nSet FATECLOUD_LOG_LEVEL=debug for the stack trace.");
        }
        if (context.verbose()) {
            printTrace(err, failure);
        }
        return FAILED;
    }

    /** {@return the exit code of a command that succeeded: 1 if its output cannot be written} */
    int afterOutput() {
        try {
            context.checkOutput();
            return 0;
        } catch (OutputClosedException e) {
            return OutputClosedException.EXIT_CODE;
        } catch (CommandException e) {
            context.err().println(e.getMessage());
            return FAILED;
        }
    }

    @Override
    public int handleParseException(ParameterException incomplete, String[] arguments) {
        ParameterException failure = complete(incomplete, arguments);
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        UsageError error = new UsageError(failure);
        err.println(error.message());
        if (error.lacksCommand()) {
            command.usage(err); // lists its commands
            return INVALID_USAGE;
        }
        err.print(error.hint()
                .map(hint -> hint + System.lineSeparator())
                .orElseGet(() -> command.getHelp().fullSynopsis()));
        err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return INVALID_USAGE;
    }

    /** Returns the failure as it is with all commands, of which some may be similar to what the user wrote. */
    private ParameterException complete(ParameterException failure, String... arguments) {
        try {
            commands.all().parseArgs(arguments);
            return failure;
        } catch (ParameterException e) {
            return e;
        }
    }

    private static void printTrace(PrintWriter err, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            err.println(cause);
            Arrays.stream(cause.getStackTrace()).forEach(frame -> err.println("\tat " + frame));
        }
    }
}
