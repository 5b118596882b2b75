package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.Environment;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program {@code kubefate}. */
public final class Kubefate {

    private final Environment environment;

    public Kubefate(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    /** Runs a command, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty(
                "slf4j.internal.verbosity", "ERROR"); // a library looks for a logging implementation, and warns
        System.setProperty(
                "jdk.http.auth.tunneling.disabledSchemes", ""); // send the login of a proxy to it, as kubectl does
        System.setProperty(
                "sun.net.http.retryPost", "false"); // Java would send a POST again when the connection breaks
        System.exit(new Kubefate(Environment.ofProcess()).run(arguments));
    }

    /**
     * Runs a command.
     *
     * @return the exit code: 0 on success, 1 on failure, 2 on invalid usage; the help of a command lists others
     */
    public int run(String... arguments) {
        RootCommand root = new RootCommand();
        try (CommandContext context =
                new CommandContext(environment, root::connection, root::color, ReleaseVersion.current())) {
            CommandTree commands = new CommandTree(root, context);
            ErrorHandler errors = new ErrorHandler(context);
            int exitCode = commands.named(List.of(arguments))
                    .setExecutionExceptionHandler(errors)
                    .setParameterExceptionHandler((failure, words) ->
                            errors.handleParseException(complete(failure, commands.all(), words), words))
                    .execute(arguments);
            return exitCode == 0 ? errors.afterOutput() : exitCode;
        }
    }

    /** Returns the failure as it is with all commands, of which some may be similar to what the user wrote. */
    private static ParameterException complete(ParameterException failure, CommandLine all, String... arguments) {
        try {
            all.parseArgs(arguments);
            return failure;
        } catch (ParameterException e) {
            return e;
        }
    }
}
