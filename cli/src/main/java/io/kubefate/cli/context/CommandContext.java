package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.SpecProblem;
import io.kubefate.cli.client.KubefateClient;
import io.kubefate.cli.configuration.Configuration;
import io.kubefate.cli.configuration.ConfigurationReader;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Json;
import io.kubefate.cli.text.Timestamps;
import io.kubefate.cli.text.Yaml;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a command works with: the client, the output, the terminal and files. Reads the settings with the first use of the client. */
public final class CommandContext {

    private static final String YELLOW = "\u001B[33m";
    private static final String RESET = "\u001B[0m";

    private final Environment environment;
    private final Supplier<Optional<Path>> configFile;
    private final String version;

    private Optional<Configuration> configuration = Optional.empty();
    private Optional<KubefateClient> client = Optional.empty();

    /**
     * The context of one command.
     *
     * @param configFile the value of {@code --config}; available once the arguments are parsed
     * @param version of the command line, for example {@code v3.0.0}
     */
    public CommandContext(Environment environment, Supplier<Optional<Path>> configFile, String version) {
        this.environment = requireNonNull(environment, "environment is null");
        this.configFile = requireNonNull(configFile, "configFile is null");
        this.version = requireNonNull(version, "version is null");
    }

    /** {@return whether to print requests and stack traces; false until the settings are read} */
    public boolean verbose() {
        return configuration.map(Configuration::verbose).orElse(false);
    }

    public KubefateClient client() {
        if (client.isEmpty()) {
            client = Optional.of(new KubefateClient(configuration(), version, this::trace));
        }
        return client.get();
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
        return environment.terminal();
    }

    public Timestamps timestamps() {
        return new Timestamps(environment.clock());
    }

    /** {@return the absolute path of a file that the user names} */
    public Path resolve(Path file) {
        return environment.workingDirectory().resolve(file);
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

    /**
     * Prints a value.
     *
     * @param table the text for {@link OutputFormat#TABLE}
     */
    public void print(OutputFormat format, Object value, Supplier<String> table) {
        print(
                switch (format) {
                    case TABLE -> table.get();
                    case JSON -> Json.pretty(value) + "\n";
                    case YAML -> Yaml.document(value);
                });
    }

    /**
     * Prints a value of a stream: JSON on one line, YAML as a document.
     *
     * @param line the text for {@link OutputFormat#TABLE}
     */
    public void printItem(OutputFormat format, Object value, Supplier<String> line) {
        print(
                switch (format) {
                    case TABLE -> line.get();
                    case JSON -> new String(Json.write(value), StandardCharsets.UTF_8) + "\n";
                    case YAML -> "---\n" + Yaml.document(value);
                });
    }

    /** Prints the warnings about a cluster.yaml. */
    public void warn(List<SpecProblem> warnings) {
        warnings.forEach(warning -> err().println(yellow("Config Warning: " + warning.text())));
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

    private Configuration configuration() {
        if (configuration.isEmpty()) {
            ConfigurationReader reader = new ConfigurationReader(
                    environment.variables(), environment.workingDirectory(), environment.home());
            configuration = Optional.of(reader.read(configFile.get()));
        }
        return configuration.get();
    }

    private void trace(String line) {
        if (verbose()) {
            err().println(line);
        }
    }
}
