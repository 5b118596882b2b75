package io.kubefate.server.command;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.cli.Cli;
import io.kubefate.server.configuration.ServerConfiguration;
import net.sourceforge.argparse4j.inf.Namespace;

/** Reads the settings of the service and reports what is wrong with them. */
public final class CheckSettingsCommand extends CheckCommand<ServerConfiguration> {

    public CheckSettingsCommand(Application<ServerConfiguration> application) {
        super(application);
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        StartFailure.text(failure)
                .ifPresentOrElse(cli.getStdErr()::println, () -> super.onError(cli, arguments, failure));
    }
}
