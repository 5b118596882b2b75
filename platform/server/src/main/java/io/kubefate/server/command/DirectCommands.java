package io.kubefate.server.command;

import io.dropwizard.logging.common.BootstrapLogging;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.Namespace;

/** Runs offline commands without the frameworks of the service, which take longer to start than the command itself. */
public final class DirectCommands {

    private final List<OfflineCommand> commands;

    public DirectCommands(List<OfflineCommand> commands) {
        this.commands = List.copyOf(commands);
    }

    /**
     * Runs a command. If it fails, this ends the process.
     *
     * @param arguments of the program
     * @return whether they name one of these commands
     */
    public boolean run(String[] arguments) {
        Optional<OfflineCommand> named = commands.stream()
                .filter(command -> arguments.length > 0 && arguments[0].equals(command.getName()))
                .findFirst();
        named.ifPresent(command -> run(command, arguments));
        return named.isPresent();
    }

    private static void run(OfflineCommand command, String[] arguments) {
        BootstrapLogging.bootstrap();
        Namespace parsed = parse(command, arguments);
        try {
            command.print(parsed);
        } catch (RuntimeException e) {
            command.fail(e);
        }
    }

    private static Namespace parse(OfflineCommand command, String[] arguments) {
        ArgumentParser parser =
                ArgumentParsers.newFor("kubefate-server").build().defaultHelp(true);
        command.configure(parser.addSubparsers().addParser(command.getName()).description(command.getDescription()));
        return parser.parseArgsOrFail(arguments);
    }
}
