package io.kubefate.cli.command.option;

import io.kubefate.cli.follow.Deadline;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code --watch} of the commands that show a list or a value. */
public final class WatchOption {

    @ArgGroup(exclusive = false)
    private Watch watch = new Watch();

    /** A group, because a timeout without a watch has no effect. */
    private static final class Watch {

        @Option(
                names = {"-w", "--watch"},
                required = true,
                description =
                        "Show changes until Ctrl-C. A table on a terminal is redrawn; elsewhere, changes are appended.")
        private boolean enabled;

        @Option(
                names = "--timeout",
                paramLabel = "DURATION",
                converter = DurationConverter.class,
                description = "With --watch: how long to watch, for example 10m.")
        private Optional<Duration> timeout = Optional.empty();
    }

    public boolean isSet() {
        return watch.enabled;
    }

    public Deadline deadline() {
        return watch.timeout.map(Deadline::after).orElse(Deadline.none());
    }
}
