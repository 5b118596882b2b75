package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.configuration.Proxies;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The process that the command line runs in.
 *
 * @param variables the environment variables
 * @param workingDirectory the directory of relative paths
 * @param home the user's home directory
 * @param streams the standard streams
 * @param terminal the terminal that the output goes to
 * @param clock the current time, and the zone in which times are shown
 * @param pollInterval the time between two requests for the state of a job, and between two attempts to connect
 */
public record Environment(
        Map<String, String> variables,
        Path workingDirectory,
        Path home,
        StandardStreams streams,
        Terminal terminal,
        Clock clock,
        Duration pollInterval) {

    public Environment {
        variables = Map.copyOf(variables);
        requireNonNull(workingDirectory, "workingDirectory is null");
        requireNonNull(home, "home is null");
        requireNonNull(streams, "streams is null");
        requireNonNull(terminal, "terminal is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(pollInterval, "pollInterval is null");
    }

    /** {@return the proxies that the variables name} */
    public Proxies proxies() {
        return new Proxies(variables);
    }

    /** By the rules of other programs: Java reads the user database, which may have another directory or, in a container, none. */
    static Path home(Map<String, String> variables) {
        String home = variables.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    public static Environment ofProcess() {
        return new Environment(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                home(System.getenv()),
                StandardStreams.ofProcess(),
                Terminal.ofProcess(System.getenv()),
                new LocalClock(),
                Duration.ofSeconds(1));
    }
}
