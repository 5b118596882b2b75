package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds the connection of a command: that of an option, else that of {@code config.yaml} and variables as in KubeFATE, else the current
 * context, else the defaults.
 */
public final class ConnectionReader {

    private final ConfigurationReader settings;
    private final ContextStore contexts;
    private final Path workingDirectory;
    private final Consumer<String> warnings;

    /**
     * A reader.
     *
     * @param workingDirectory the directory that relative paths of options start at
     * @param warnings receives the keys of the contexts that have no effect
     */
    public ConnectionReader(
            ConfigurationReader settings, ContextStore contexts, Path workingDirectory, Consumer<String> warnings) {
        this.settings = requireNonNull(settings, "settings is null");
        this.contexts = requireNonNull(contexts, "contexts is null");
        this.workingDirectory = requireNonNull(workingDirectory, "workingDirectory is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * Finds the connection.
     *
     * @throws CommandException if the options contradict each other, or a named context does not exist
     */
    public Connection read(ConnectionOptions options) {
        Optional<Target> target = target(options);
        if (target.isPresent() && options.context().isPresent()) {
            throw new CommandException("use either --context or " + option(options)
                    + "; to change the context, run: kubefate context set "
                    + options.context().get());
        }
        if (target.isPresent()) {
            return to(target.get(), options);
        }
        if (options.context().isPresent()) {
            return context(file(), options.context().get(), "--context");
        }
        if (settings.configuresConnection(options.config())) {
            return Connection.of(settings.read(options.config()));
        }
        ContextFile file = file();
        return file.current()
                .map(name -> context(file, name, "the current context " + name))
                .orElseGet(() -> Connection.of(settings.read(options.config())));
    }

    /**
     * Returns the service that an option names.
     *
     * @throws CommandException if two options name one
     */
    public Optional<Target> target(ConnectionOptions options) {
        if (options.server().isPresent() && options.kubeconfig().isPresent()) {
            throw new CommandException("use either --server or --kubeconfig");
        }
        Optional<Target> server = options.server().map(address -> Target.Server.parse(address, "--server"));
        return server.or(() -> options.kubeconfig()
                .map(file -> Target.PortForward.of(workingDirectory.resolve(file), Optional.empty())));
    }

    /** Credentials of a context are sent to its own service only. */
    private Connection to(Target target, ConnectionOptions options) {
        ContextFile file = file();
        Stream<String> names = Stream.concat(file.current().stream(), file.names().stream());
        Optional<Connection> saved = names.filter(name -> file.find(name)
                        .filter(context -> context.target().equals(target))
                        .isPresent())
                .findFirst()
                .map(name -> context(file, name, option(options)));
        return saved.orElseGet(() -> Connection.of(target, option(options), credentials(options)));
    }

    private Authentication credentials(ConnectionOptions options) {
        Configuration given = settings.read(options.config());
        return given.password().isConfigured()
                ? new Authentication.Password(given.username(), given.password())
                : new Authentication.LoggedOut();
    }

    private Connection context(ContextFile file, String name, String source) {
        return Connection.of(name, file.get(name), source + " in " + contexts.file());
    }

    private ContextFile file() {
        ContextFile file = contexts.read();
        file.warnings().forEach(warnings);
        return file;
    }

    private static String option(ConnectionOptions options) {
        return options.server().isPresent() ? "--server" : "--kubeconfig";
    }
}
