package io.kubefate.cli.command.option;

import io.kubefate.cli.follow.Deadline;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

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

    public Deadline deadline() {
        return timeout.map(Deadline::after).orElse(Deadline.none());
    }
}
