package io.kubefate.cli.command.cluster;

import io.kubefate.cli.command.option.DurationConverter;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that start a job. */
final class JobOptions {

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time limit of the job, for example 30m. Default: the limit of the service, one hour.")
    private Optional<Duration> timeout;

    @Mixin
    private WaitOption wait;

    /** {@return the time limit in seconds; empty for the limit of the service} */
    Optional<Long> timeLimit() {
        return timeout.map(Duration::toSeconds);
    }

    boolean waits() {
        return wait.isSet();
    }
}
