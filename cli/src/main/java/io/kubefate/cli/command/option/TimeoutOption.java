package io.kubefate.cli.command.option;

import io.kubefate.cli.follow.Deadline;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --timeout} of the commands that wait for a job without limiting it. */
public final class TimeoutOption {

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "How long to wait for the job, for example 10m; it continues, and the exit code is 124. Default: until"
                            + " it has finished.")
    private Optional<Duration> timeout = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    public Deadline deadline() {
        return timeout.map(Deadline::after).orElse(Deadline.none());
    }

    /**
     * Rejects a timeout that has no effect.
     *
     * @param option lets the command wait
     * @throws ParameterException if there is a timeout, but not the option
     */
    public void requires(String option, boolean isSet) {
        if (timeout.isPresent() && !isSet) {
            throw new ParameterException(command.commandLine(), "--timeout requires " + option);
        }
    }
}
