package io.kubefate.server;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.kubefate.server.command.BackupCommand;
import io.kubefate.server.command.CheckSettingsCommand;
import io.kubefate.server.command.DirectCommands;
import io.kubefate.server.command.EncryptionCommand;
import io.kubefate.server.command.ImagesCommand;
import io.kubefate.server.command.ImportCommand;
import io.kubefate.server.command.OfflineCommand;
import io.kubefate.server.command.PasswordCommand;
import io.kubefate.server.command.PluginCommand;
import io.kubefate.server.command.RenderCommand;
import io.kubefate.server.command.RestoreCommand;
import io.kubefate.server.command.SecretCommand;
import io.kubefate.server.command.StartCommand;
import io.kubefate.server.configuration.JsonMapping;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.configuration.SettingsFactory;
import io.kubefate.server.http.Api;
import io.kubefate.server.http.Services;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry point of the service and its offline commands. */
public final class KubefateServer extends Application<ServerConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(KubefateServer.class);

    /**
     * Starts the service or runs a command.
     *
     * @param arguments {@code server FILE}, {@code render -f FILE}, {@code images -f FILE}, {@code password
     *     FILE}, {@code encryption rotate FILE}, {@code backup TARGET
     *     FILE}, {@code restore SOURCE FILE}, {@code secret generate NAME KEY…}, {@code plugin new FOLDER} or {@code --help}
     * @throws Exception if the command fails
     */
    public static void main(String[] arguments) throws Exception {
        if (!new DirectCommands(offline()).run(arguments)) {
            new KubefateServer().run(arguments);
        }
    }

    private static List<OfflineCommand> offline() {
        return List.of(new RenderCommand(System.out, System.err), new ImagesCommand(System.out, System.err));
    }

    @Override
    public String getName() {
        return "kubefate-server";
    }

    @Override
    public void initialize(Bootstrap<ServerConfiguration> bootstrap) {
        bootstrap.setObjectMapper(JsonMapping.mapper());
        bootstrap.setConfigurationFactoryFactory(
                (type, validator, mapper, prefix) -> new SettingsFactory(validator, mapper, prefix, System::getenv));
        offline().forEach(bootstrap::addCommand);
        bootstrap.addCommand(new PasswordCommand(System.in, System.out));
        bootstrap.addCommand(new SecretCommand(System.out, System.err));
        bootstrap.addCommand(new EncryptionCommand(System.out));
        bootstrap.addCommand(new BackupCommand(System.out, Version.current()));
        bootstrap.addCommand(new RestoreCommand(System.out));
        bootstrap.addCommand(new ImportCommand(System.out));
        bootstrap.addCommand(
                new PluginCommand(System.out, System.err, Version.current().substring(1)));
    }

    @Override
    protected void addDefaultCommands(Bootstrap<ServerConfiguration> bootstrap) {
        bootstrap.addCommand(new StartCommand(this));
        bootstrap.addCommand(new CheckSettingsCommand(this));
    }

    @Override
    public void run(ServerConfiguration configuration, Environment environment) {
        configuration.certificateAuthorities().map(TrustedAuthorities::with).ifPresent(TrustedAuthorities::install);
        Services services =
                new Wiring(configuration, environment).services(KubernetesWiring.of(configuration.kubernetes()));
        Api.register(environment, services, Version.current());
        // To compare a password takes as long as to load two plugins, so requests do not wait for it.
        environment
                .lifecycle()
                .addServerLifecycleListener(
                        server -> services.logins().password().warning().ifPresent(LOG::warn));
    }
}
