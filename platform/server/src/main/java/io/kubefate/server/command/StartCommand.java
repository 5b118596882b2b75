package io.kubefate.server.command;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.kubefate.server.configuration.ServerConfiguration;
import net.sourceforge.argparse4j.inf.Namespace;

/** Runs the service. Prints why it does not start, without a stack trace if the reason is outside of this program. */
public final class StartCommand extends ServerCommand<ServerConfiguration> {

    public StartCommand(Application<ServerConfiguration> application) {
        super(application, "server", "Runs the service");
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        StartFailure.text(failure)
                .ifPresentOrElse(cli.getStdErr()::println, () -> super.onError(cli, arguments, failure));
    }
}
