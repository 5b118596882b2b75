package io.kubefate.cli.command.option;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The new password of a user: from a prompt, from standard input, or generated. Arguments are visible to other users of the machine. */
public final class PasswordOption {

    private static final int GENERATED_BYTES = 18;

    @ArgGroup
    private Source source = new Source();

    private static final class Source {

        @Option(names = "--password-stdin", description = "Read the password from standard input.")
        private boolean stdin;

        @Option(
                names = "--generate-password",
                description = "Generate a password, and print it alone to standard output.")
        private boolean generated;
    }

    /** {@return whether the user does not know the password yet} */
    public boolean isGenerated() {
        return source.generated;
    }

    /**
     * Returns the password.
     *
     * @param user for the prompt
     */
    public String read(CommandContext context, String user) {
        if (source.generated) {
            byte[] random = new byte[GENERATED_BYTES];
            new SecureRandom().nextBytes(random);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        }
        return source.stdin ? readLine(context) : twice(context, user);
    }

    /** {@return the current password, which standard input has in its first line} */
    public String readCurrent(CommandContext context, String user) {
        return source.stdin ? readLine(context) : ask(context, "Current password of " + user);
    }

    private static String ask(CommandContext context, String prompt) {
        if (!context.terminal().interactive()) {
            throw new CommandException(
                    "a password is required: use --password-stdin, or run the command on a terminal");
        }
        context.err().print(prompt + ": ");
        context.err().flush();
        return context.terminal().readPassword().orElseGet(() -> readLine(context));
    }

    private static String twice(CommandContext context, String user) {
        String password = ask(context, "New password of " + user);
        if (!ask(context, "Repeat the password").equals(password)) {
            throw new CommandException("the passwords differ; nothing was changed");
        }
        return password;
    }

    private static String readLine(CommandContext context) {
        try {
            return Optional.ofNullable(context.environment().streams().in().readLine())
                    .orElseThrow(() -> new CommandException("standard input ends before the password"));
        } catch (IOException e) {
            throw new CommandException("cannot read the password from standard input: " + e.getMessage(), e);
        }
    }
}
