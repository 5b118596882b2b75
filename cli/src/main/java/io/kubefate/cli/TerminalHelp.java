package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.Terminal;
import java.util.OptionalInt;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Help that fits the terminal. Its width is read only if help is printed, and once, because each command of a group has its own help. */
final class TerminalHelp implements IHelpFactory {

    private static final int MAXIMUM = 120;

    /** Below, picocli has no space for the descriptions of options. */
    private static final int MINIMUM = 60;

    private final CommandContext context;

    private OptionalInt width = OptionalInt.empty();

    TerminalHelp(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Help create(CommandSpec command, ColorScheme colors) {
        if (width.isEmpty()) {
            width = OptionalInt.of(width(context.terminal()));
        }
        command.usageMessage().width(width.getAsInt());
        CommandGroups.apply(command);
        return new Help(command, colors);
    }

    private static int width(Terminal terminal) {
        return terminal.interactive()
                ? Math.min(MAXIMUM, Math.max(MINIMUM, terminal.columns().getAsInt()))
                : MAXIMUM;
    }
}
