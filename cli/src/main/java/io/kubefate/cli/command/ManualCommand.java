package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.manual.ManPages;
import io.kubefate.cli.manual.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the manual of the distribution; the build runs it. */
@Command(name = "__manual", hidden = true, description = "Writes the man pages into a folder, or prints docs/cli.md.")
public final class ManualCommand implements Runnable {

    private final CommandContext context;
    private final Supplier<CommandLine> commands;

    @ArgGroup(multiplicity = "1")
    private Manual manual;

    private static final class Manual {

        @Option(names = "--markdown")
        private boolean markdown;

        @Parameters(paramLabel = "DIR")
        private Path folder = Path.of("");
    }

    public ManualCommand(CommandContext context, Supplier<CommandLine> commands) {
        this.context = requireNonNull(context, "context is null");
        this.commands = requireNonNull(commands, "commands is null");
    }

    @Override
    public void run() {
        CommandSpec root = commands.get().getCommandSpec();
        if (manual.markdown) {
            context.print(Markdown.of(root));
        } else {
            writeManPages(root, context.resolve(manual.folder));
        }
    }

    private void writeManPages(CommandSpec root, Path target) {
        try {
            Files.createDirectories(target);
            for (Map.Entry<String, String> page :
                    ManPages.of(root, context.version()).entrySet()) {
                Files.writeString(target.resolve(page.getKey()), page.getValue());
            }
        } catch (IOException e) {
            throw new CommandException("cannot write " + target + ": " + e, e);
        }
    }
}
