package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * Everything around the command line that it reads or writes, besides the service.
 *
 * @param variables the environment variables
 * @param workingDirectory what relative paths start from
 * @param home the user's home directory
 * @param out for answers
 * @param err for warnings and errors
 * @param clock the time, and the zone in which times are shown
 * @param terminal where {@code out} ends
 * @param pollInterval how often a job is looked at while waiting for it
 * @param in what the user types
 * @param streams what goes in and out byte by byte, where it is no text
 */
public record Environment(
        Map<String, String> variables,
        Path workingDirectory,
        Path home,
        PrintWriter out,
        PrintWriter err,
        Clock clock,
        Terminal terminal,
        Duration pollInterval,
        BufferedReader in,
        RawStreams streams) {

    /** Checks that nothing is null and copies the variables. */
    public Environment {
        variables = Map.copyOf(variables);
        requireNonNull(workingDirectory, "workingDirectory is null");
        requireNonNull(home, "home is null");
        requireNonNull(out, "out is null");
        requireNonNull(err, "err is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(terminal, "terminal is null");
        requireNonNull(pollInterval, "pollInterval is null");
        requireNonNull(in, "in is null");
        requireNonNull(streams, "streams is null");
    }

    /** {@return the surroundings of this process} */
    public static Environment ofProcess() {
        return new Environment(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home")),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Clock.system(ZoneId.systemDefault()),
                Terminal.ofProcess(System.getenv()),
                Duration.ofSeconds(1),
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                RawStreams.ofProcess());
    }

    /** Always UTF-8: printed manifests are files, whatever the locale. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
