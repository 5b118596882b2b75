package io.kubefate.server;

import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.kubefate.server.command.ImagesCommand;
import io.kubefate.server.command.PluginCommand;
import io.kubefate.server.command.RenderCommand;
import io.kubefate.server.configuration.EnvironmentSubstitutor;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.http.Api;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry point of the service and its offline commands. */
public final class KubefateServer extends Application<ServerConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(KubefateServer.class);

    /**
     * Starts the service or runs a command.
     *
     * @param arguments {@code server FILE}, {@code render -f FILE}, {@code images -f FILE}, {@code plugin new FOLDER} or {@code --help}
     * @throws Exception if the command fails
     */
    public static void main(String[] arguments) throws Exception {
        new KubefateServer().run(arguments);
    }

    @Override
    public String getName() {
        return "kubefate-server";
    }

    @Override
    public void initialize(Bootstrap<ServerConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentSubstitutor(System::getenv)));
        bootstrap.addCommand(new RenderCommand(System.out, System.err));
        bootstrap.addCommand(new ImagesCommand(System.out, System.err));
        bootstrap.addCommand(
                new PluginCommand(System.out, System.err, Version.current().substring(1)));
    }

    @Override
    public void run(ServerConfiguration configuration, Environment environment) {
        warnOfDefaultPassword(configuration);
        Api.register(
                environment,
                configuration,
                new Wiring(configuration, environment).services(KubernetesWiring.of(configuration.kubernetes())),
                Version.current());
    }

    private static void warnOfDefaultPassword(ServerConfiguration configuration) {
        if (configuration.user().password().equals("admin")
                && configuration.user().passwordHash().isEmpty()) {
            LOG.warn("the default password admin is in use; set FATECLOUD_USER_PASSWORD");
        }
    }
}
