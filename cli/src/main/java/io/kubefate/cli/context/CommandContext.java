package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.SpecProblem;
import io.kubefate.cli.client.KubefateClient;
import io.kubefate.cli.configuration.Configuration;
import io.kubefate.cli.configuration.ConfigurationReader;
import io.kubefate.cli.text.Json;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Timestamps;
import io.kubefate.cli.text.Yaml;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What one invocation's command works with: the service's client, made when first asked for, and the output. */
public final class CommandContext {

    private static final String YELLOW = "\u001B[33m";
    private static final String RESET = "\u001B[0m";
    private static final int YAML_WIDTH = 120;

    private final Environment environment;
    private final Supplier<Optional<Path>> configFile;

    private Optional<Configuration> configuration = Optional.empty();
    private Optional<KubefateClient> client = Optional.empty();

    /**
     * A session that reads nothing yet.
     *
     * @param environment what surrounds the command line
     * @param configFile the value of {@code --config}, known once the arguments are parsed
     */
    public CommandContext(Environment environment, Supplier<Optional<Path>> configFile) {
        this.environment = requireNonNull(environment, "environment is null");
        this.configFile = requireNonNull(configFile, "configFile is null");
    }

    /** {@return whether the user asked for requests and stack traces; false as long as no settings were read} */
    public boolean verbose() {
        return configuration.map(Configuration::verbose).orElse(false);
    }

    /** {@return the one client of this invocation} */
    public KubefateClient client() {
        if (client.isEmpty()) {
            client = Optional.of(new KubefateClient(configuration(), this::trace));
        }
        return client.get();
    }

    public Environment environment() {
        return environment;
    }

    public PrintWriter out() {
        return environment.out();
    }

    public PrintWriter err() {
        return environment.err();
    }

    public Terminal terminal() {
        return environment.terminal();
    }

    public Clock clock() {
        return environment.clock();
    }

    public Timestamps timestamps() {
        return new Timestamps(clock());
    }

    /** Prints an answer in a format. */
    public void print(OutputFormat format, Object answer, Supplier<Table> table) {
        printText(format, answer, () -> table.get().text());
    }

    /** Prints an answer in a format; instead of a table there is text. */
    public void printText(OutputFormat format, Object answer, Supplier<String> table) {
        String text = switch (format) {
            case TABLE -> table.get();
            case JSON -> Json.pretty(answer) + "\n";
            case YAML -> Yaml.dump(Json.plain(answer), YAML_WIDTH);
        };
        out().print(text);
        out().flush();
    }

    /** Prints what is doubtful in a cluster.yaml. */
    public void warn(List<SpecProblem> warnings) {
        warnings.forEach(warning -> err().println(yellow("Config Warning: " + warning.text())));
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
