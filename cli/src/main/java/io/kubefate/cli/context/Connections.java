package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.KubectlPortForward;
import io.kubefate.cli.configuration.Configuration;
import io.kubefate.cli.configuration.ConfigurationReader;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.ConnectionOptions;
import io.kubefate.cli.configuration.ConnectionReader;
import io.kubefate.cli.configuration.ContextStore;
import io.kubefate.cli.configuration.LoginStore;
import io.kubefate.cli.configuration.SavedContext;
import io.kubefate.cli.configuration.SavedSessions;
import io.kubefate.cli.configuration.Sessions;
import io.kubefate.cli.configuration.Target;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The connections that options, {@code config.yaml}, variables and contexts configure. */
public final class Connections implements AutoCloseable {

    private final Environment environment;
    private final Supplier<ConnectionOptions> options;
    private final Consumer<String> warnings;

    private Optional<KubectlPortForward> portForward = Optional.empty();

    /**
     * The connections of one command.
     *
     * @param options the options of all commands; available once the arguments are parsed
     * @param warnings receives what has no effect
     */
    Connections(Environment environment, Supplier<ConnectionOptions> options, Consumer<String> warnings) {
        this.environment = requireNonNull(environment, "environment is null");
        this.options = requireNonNull(options, "options is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    public ConnectionOptions options() {
        return options.get();
    }

    public ContextStore contexts() {
        return new ContextStore(environment.home());
    }

    /** {@return the connection that the command uses} */
    public Connection chosen() {
        return reader().read(options());
    }

    /** {@return the service that {@code --server} or {@code --kubeconfig} names} */
    public Optional<Target> named() {
        return reader().target(options());
    }

    /** {@return the namespace of the context that the command uses, if it has one} */
    public Optional<String> namespace() {
        return chosen().context().flatMap(contexts().read()::find).flatMap(SavedContext::namespace);
    }

    /** {@return whether {@code config.yaml} or a variable takes precedence over the current context} */
    public boolean ignoresContexts() {
        return settingsReader().configuresConnection(options().config());
    }

    /** {@return the same connection at the address of its port-forward, which is started if it has one} */
    public Connection open(Connection connection) {
        return connection.target() instanceof Target.PortForward target ? connection.at(forward(target)) : connection;
    }

    /** Ends the port-forward. */
    @Override
    public void close() {
        portForward.ifPresent(KubectlPortForward::close);
    }

    Configuration settings() {
        return settingsReader().read(options().config());
    }

    /** {@return the tokens of a connection; a command can go on without those that cannot be saved} */
    Sessions sessions(Connection connection) {
        return new SavedSessions(connection, contexts(), new LoginStore(environment.home()), warnings);
    }

    private ConfigurationReader settingsReader() {
        return new ConfigurationReader(
                environment.variables(), environment.workingDirectory(), environment.home(), warnings);
    }

    private ConnectionReader reader() {
        return new ConnectionReader(settingsReader(), contexts(), environment.workingDirectory(), warnings);
    }

    private URI forward(Target.PortForward target) {
        if (portForward.isEmpty()) {
            portForward = Optional.of(
                    KubectlPortForward.start(target, environment.variables().getOrDefault("PATH", "")));
        }
        return portForward.get().address();
    }
}
