package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Yaml;
import io.kubefate.cli.text.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the settings. An environment variable overrides the file, the file overrides the default. The file is the one that
 * the user names, else {@code config.yaml} in the working directory, else {@code ~/.kubefate/config.yaml}.
 */
public final class ConfigurationReader {

    private final Map<String, String> variables;
    private final Path workingDirectory;
    private final Path home;

    public ConfigurationReader(Map<String, String> variables, Path workingDirectory, Path home) {
        this.variables = Map.copyOf(variables);
        this.workingDirectory = requireNonNull(workingDirectory, "workingDirectory is null");
        this.home = requireNonNull(home, "home is null");
    }

    /**
     * Reads the settings.
     *
     * @param named the file that the user names, relative to the working directory
     * @return the settings, with defaults for those that are not set
     * @throws CommandException if the named file does not exist, or the file is not a YAML map
     */
    public Configuration read(Optional<Path> named) {
        Optional<Path> file = named.map(this::existing).or(this::search);
        Map<String, String> values = file.map(this::values).orElse(Map.of());
        String source = file.map(Path::toString).orElse("");
        return new Configuration(
                setting("log.level", values, source, "info"),
                setting("user.username", values, source, "admin"),
                setting("user.password", values, source, "admin"),
                setting("serviceurl", values, source, "localhost:8080"),
                setting("safeconnect", values, source, "false"));
    }

    private Path existing(Path named) {
        Path file = workingDirectory.resolve(named);
        if (Files.isDirectory(file)) {
            throw new CommandException("load config.yaml error, --config " + named + " is a directory, not a file");
        }
        if (!Files.exists(file)) {
            throw new CommandException("load config.yaml error, --config " + named + ": no such file");
        }
        return file;
    }

    private Optional<Path> search() {
        return Stream.of(workingDirectory.resolve("config.yaml"), home.resolve(".kubefate/config.yaml"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Map<String, String> values(Path file) {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            flatten("", Yaml.loadMap(Files.readString(file)), values);
            return values;
        } catch (YamlException e) {
            throw new CommandException("load config.yaml error, " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException("load config.yaml error, cannot read " + file + ": " + e, e);
        }
    }

    /** Makes {@code log: {level: info}} and {@code log.level: info} equal; keys are case-insensitive, as in KubeFATE. */
    private static void flatten(String prefix, Map<?, ?> nested, Map<String, String> flat) {
        nested.forEach((key, value) -> {
            String name = prefix + String.valueOf(key).toLowerCase(Locale.ROOT);
            if (value instanceof Map<?, ?> map) {
                flatten(name + ".", map, flat);
            } else if (value != null) {
                flat.put(name, String.valueOf(value));
            }
        });
    }

    private Setting setting(String key, Map<String, String> values, String file, String fallback) {
        String variable = "FATECLOUD_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
        String fromEnvironment = variables.getOrDefault(variable, "");
        if (!fromEnvironment.isEmpty()) {
            return new Setting(fromEnvironment, variable);
        }
        if (values.containsKey(key)) {
            return new Setting(values.get(key), file);
        }
        return new Setting(fallback, "the default");
    }
}
