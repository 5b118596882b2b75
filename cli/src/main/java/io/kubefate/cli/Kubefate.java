package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.Environment;
import java.util.List;

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
        System.setProperty(
                "picocli.converters.excludes",
                "java.(sql|time).*"); // would be looked up for each command, and none has them
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
            ErrorHandler errors = new ErrorHandler(context, commands);
            int exitCode = commands.named(List.of(arguments))
                    .setExecutionExceptionHandler(errors)
                    .setParameterExceptionHandler(errors)
                    .execute(arguments);
            return exitCode == 0 ? errors.afterOutput() : exitCode;
        }
    }
}
