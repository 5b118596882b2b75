package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.SpecProblem;
import io.kubefate.cli.client.KubefateClient;
import io.kubefate.cli.configuration.Configuration;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.ConnectionOptions;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Json;
import io.kubefate.cli.text.Layout;
import io.kubefate.cli.text.Timestamps;
import io.kubefate.cli.text.Yaml;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a command works with: the client, the output, the terminal and files. Reads the settings with the first use of the client. */
public final class CommandContext implements AutoCloseable {

    private static final String YELLOW = "\u001B[33m";
    private static final String RESET = "\u001B[0m";

    private final Environment environment;
    private final Supplier<ColorMode> colors;
    private final Connections connections;
    private final String version;
    private final Set<String> warnings = new HashSet<>();

    private Optional<Configuration> configuration = Optional.empty();
    private Optional<KubefateClient> client = Optional.empty();

    /**
     * The context of one command.
     *
     * @param options the options of all commands; available once the arguments are parsed, as {@code colors} are
     * @param version of the command line, for example {@code v3.0.0}
     */
    public CommandContext(
            Environment environment, Supplier<ConnectionOptions> options, Supplier<ColorMode> colors, String version) {
        this.environment = requireNonNull(environment, "environment is null");
        this.colors = requireNonNull(colors, "colors is null");
        this.connections = new Connections(environment, options, this::warn);
        this.version = requireNonNull(version, "version is null");
    }

    /** {@return whether to print requests and stack traces; false until the settings are read} */
    public boolean verbose() {
        return configuration.map(Configuration::verbose).orElse(false);
    }

    /** {@return a client of the chosen connection} */
    public KubefateClient client() {
        if (client.isEmpty()) {
            client = Optional.of(client(connections.chosen()));
        }
        return client.get();
    }

    /** {@return a client of another connection; starts its port-forward, which ends with the command} */
    public KubefateClient client(Connection connection) {
        configuration = Optional.of(connections.settings());
        return new KubefateClient(
                connections.open(connection),
                environment.proxies(),
                version,
                this::trace,
                environment.clock(),
                connections.sessions(connection));
    }

    /** {@return a context of other options} */
    public CommandContext with(ConnectionOptions options) {
        return new CommandContext(environment, () -> options, colors, version);
    }

    public Connections connections() {
        return connections;
    }

    /** {@return the version of the command line, for example {@code v3.0.0}} */
    public String version() {
        return version;
    }

    /** Ends a port-forward. */
    @Override
    public void close() {
        connections.close();
    }

    /** Prints a warning, once. */
    public void warn(String warning) {
        if (warnings.add(warning)) {
            err().println("warning: " + warning);
        }
    }

    public Environment environment() {
        return environment;
    }

    public PrintWriter out() {
        return environment.streams().out();
    }

    public PrintWriter err() {
        return environment.streams().err();
    }

    public Terminal terminal() {
        return colors.get().apply(environment.terminal());
    }

    public Timestamps timestamps() {
        return new Timestamps(environment.clock());
    }

    /** {@return the absolute path of a file that the user names} */
    public Path resolve(Path file) {
        return environment.workingDirectory().resolve(file);
    }

    /**
     * Prints a value without a name on the command line.
     *
     * @param text for people
     * @throws CommandException if the user asks for names
     */
    public void print(OutputFormat format, Object value, Supplier<String> text) {
        if (format.kind() == OutputFormat.Kind.NAME) {
            throw new CommandException("the output has no names; use -o table, json, yaml or jsonpath=TEMPLATE");
        }
        print(format, value, Display.of("", text));
    }

    /**
     * Prints text as it is.
     *
     * @throws CommandException if it cannot be written, so that a stream does not continue for nobody
     */
    public void print(String text) {
        out().print(text);
        checkOutput();
    }

    /**
     * Checks that the output was written.
     *
     * @throws CommandException if it is incomplete, for example because the disk is full
     */
    public void checkOutput() {
        if (out().checkError()) {
            throw new CommandException("cannot write the output; it is incomplete");
        }
    }

    /** Prints a value. */
    public void print(OutputFormat format, Object value, Display display) {
        print(
                switch (format.kind()) {
                    case TABLE, WIDE -> display.text(layout(format));
                    case NAME -> lines(display.names());
                    case JSON -> Json.pretty(value) + "\n";
                    case YAML -> Yaml.document(value);
                    case JSONPATH -> template(format, value);
                });
    }

    /** Prints a value of a stream: JSON and templates on a line, YAML as a document. */
    public void printItem(OutputFormat format, Object value, Display display) {
        print(
                switch (format.kind()) {
                    case TABLE, WIDE -> display.text(layout(format));
                    case NAME -> lines(display.names());
                    case JSON -> new String(Json.write(value), StandardCharsets.UTF_8) + "\n";
                    case YAML -> "---\n" + Yaml.document(value);
                    case JSONPATH -> template(format, value).stripTrailing() + "\n";
                });
    }

    private static String lines(List<String> names) {
        return names.stream().map(name -> name + "\n").collect(Collectors.joining());
    }

    private static String template(OutputFormat format, Object value) {
        return format.template().map(template -> template.print(value)).orElseThrow();
    }

    /** {@return how a table is printed} */
    public Layout layout(OutputFormat format) {
        boolean wide = format.kind() == OutputFormat.Kind.WIDE;
        Terminal terminal = terminal();
        int columns = terminal.interactive() ? terminal.columns().getAsInt() : Integer.MAX_VALUE;
        return new Layout(columns, terminal.colors(), wide);
    }

    /** Prints the warnings about a cluster.yaml. */
    public void warn(List<SpecProblem> warnings) {
        warn("", warnings);
    }

    /**
     * Prints the warnings about one of several files.
     *
     * @param prefix the name of the file, and a separator
     */
    public void warn(String prefix, List<SpecProblem> warnings) {
        warnings.forEach(warning -> err().println(yellow("Config Warning: " + prefix + warning.text())));
    }

    public void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting", e);
        }
    }

    private String yellow(String text) {
        return terminal().colors() ? YELLOW + text + RESET : text;
    }

    private void trace(String line) {
        if (verbose()) {
            err().println(line);
        }
    }
}
