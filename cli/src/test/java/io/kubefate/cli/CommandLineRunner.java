package io.kubefate.cli;

import io.kubefate.cli.context.Environment;
import io.kubefate.cli.context.StandardStreams;
import io.kubefate.cli.context.Terminal;
import io.kubefate.cli.error.OutputClosedException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs the program like a shell, in one directory and at a fixed time. */
public final class CommandLineRunner {

    public static final Instant NOW = Instant.parse("2020-11-13T08:00:00Z");

    private final Map<String, String> variables = new HashMap<>();
    private final Path directory;

    private String typed = "";
    private byte[] piped = {};
    private boolean fullDisk;
    private boolean closedPipe;
    private Terminal terminal = new Terminal(false, false, () -> 80);

    public CommandLineRunner(Path directory) {
        this.directory = directory;
    }

    public CommandLineRunner with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Redirects the output to a disk that is full. */
    public CommandLineRunner onFullDisk() {
        fullDisk = true;
        return this;
    }

    /** Redirects the output to a program that has ended. */
    public CommandLineRunner toClosedPipe() {
        closedPipe = true;
        return this;
    }

    public CommandLineRunner onTerminal(int columns) {
        terminal = new Terminal(true, true, () -> columns);
        return this;
    }

    /** Redirects the input from a pipe. */
    public CommandLineRunner piping(String text) {
        piped = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    public CommandLineRunner typing(String text) {
        typed = text;
        return this;
    }

    public Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Environment environment = new Environment(
                variables,
                directory,
                directory.resolve("home"),
                new StandardStreams(
                        new BufferedReader(new StringReader(typed)),
                        new PrintWriter(writer(out)),
                        new PrintWriter(err),
                        new StandardStreams.Bytes(
                                new ByteArrayInputStream(piped),
                                OutputStream.nullOutputStream(),
                                OutputStream.nullOutputStream())),
                terminal,
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofMillis(1));
        int exitCode = new Kubefate(environment).run(arguments);
        return new Result(exitCode, out.toString(), err.toString());
    }

    private Writer writer(Writer out) {
        return closedPipe ? new ClosedPipe() : fullDisk ? new FullDisk() : out;
    }

    private static final class ClosedPipe extends Writer {

        @Override
        public void write(char[] text, int offset, int length) {
            throw new OutputClosedException(new IOException("Broken pipe"));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class FullDisk extends Writer {

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    public record Result(int exitCode, String out, String err) {}
}
