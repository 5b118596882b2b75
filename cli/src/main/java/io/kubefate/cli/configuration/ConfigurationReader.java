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
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the settings. An environment variable overrides the file, the file overrides the default. The file is the one that
 * the user names, else {@code config.yaml} in the working directory, else {@code ~/.kubefate/config.yaml}.
 */
public final class ConfigurationReader {

    private static final Set<String> CONNECTION = Set.of("user.username", "user.password", "serviceurl", "safeconnect");

    /** Also those of the service, because KubeFATE's {@code config.yaml} may have both. */
    static final KnownKeys KEYS = new KnownKeys(Set.of(
            "log.level",
            "log.nocolor",
            "user.username",
            "user.password",
            "serviceurl",
            "safeconnect",
            "server.address",
            "server.port",
            "db.type",
            "db.file",
            "db.host",
            "db.port",
            "db.name",
            "db.username",
            "db.password",
            "repo.name",
            "repo.url",
            "repo.username",
            "repo.password",
            "kube.namespace",
            "kube.context",
            "kube.config",
            "config.path",
            ContextFile.CURRENT,
            ContextFile.CONTEXTS));

    private final Map<String, String> variables;
    private final Path workingDirectory;
    private final Path home;
    private final Consumer<String> warnings;

    /**
     * A reader.
     *
     * @param warnings receives the keys of the file that have no effect
     */
    public ConfigurationReader(
            Map<String, String> variables, Path workingDirectory, Path home, Consumer<String> warnings) {
        this.variables = Map.copyOf(variables);
        this.workingDirectory = requireNonNull(workingDirectory, "workingDirectory is null");
        this.home = requireNonNull(home, "home is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * Returns whether a variable, the named file or the file in the working directory configures the connection, so that contexts
     * are not used. A password is thereby never sent to the server of another source.
     */
    public boolean configuresConnection(Optional<Path> named) {
        boolean variable = CONNECTION.stream()
                .anyMatch(key -> !variables.getOrDefault(variable(key), "").isEmpty());
        return variable
                || named.map(this::existing)
                        .or(this::inWorkingDirectory)
                        .map(this::values)
                        .map(Map::keySet)
                        .filter(keys -> keys.stream().anyMatch(CONNECTION::contains))
                        .isPresent();
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
        file.ifPresent(path -> KEYS.warnings(path.toString(), values.keySet()).forEach(warnings));
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
        return inWorkingDirectory().or(() -> regular(home.resolve(".kubefate/config.yaml")));
    }

    private Optional<Path> inWorkingDirectory() {
        return regular(workingDirectory.resolve("config.yaml"));
    }

    private static Optional<Path> regular(Path file) {
        return Optional.of(file).filter(Files::isRegularFile);
    }

    private Map<String, String> values(Path file) {
        try {
            return flatten(Yaml.loadMap(Files.readString(file)));
        } catch (YamlException e) {
            throw new CommandException("load config.yaml error, " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException("load config.yaml error, cannot read " + file + ": " + e, e);
        }
    }

    /** Returns the settings; a key of contexts is not one. */
    static Map<String, String> flatten(Map<?, ?> nested) {
        Map<Object, Object> settings = new LinkedHashMap<>(nested);
        settings.keySet().removeAll(Set.of(ContextFile.CURRENT, ContextFile.CONTEXTS));
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", settings, flat);
        return flat;
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
        String variable = variable(key);
        String fromEnvironment = variables.getOrDefault(variable, "");
        if (!fromEnvironment.isEmpty()) {
            return new Setting(fromEnvironment, variable);
        }
        if (values.containsKey(key)) {
            return new Setting(values.get(key), file);
        }
        return Setting.standard(fallback);
    }

    private static String variable(String key) {
        return "FATECLOUD_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
