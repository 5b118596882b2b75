package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Yaml;
import io.kubefate.cli.text.YamlException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of {@code ~/.kubefate/config.yaml}. Keys that it does not know stay in it. */
public final class ContextFile {

    static final String CURRENT = "current-context";
    static final String CONTEXTS = "contexts";

    private static final String HEADER = "# Contexts of kubefate. Commands rewrite this file without its comments.\n";
    private static final int WIDTH = 10_000; // a folded token could not be copied

    private final Path path;
    private final Map<?, ?> content;

    private ContextFile(Path path, Map<?, ?> content) {
        this.path = requireNonNull(path, "path is null");
        this.content = requireNonNull(content, "content is null");
    }

    /**
     * Reads the content.
     *
     * @throws CommandException if it is not YAML or has another structure
     */
    static ContextFile parse(Path path, String yaml) {
        try {
            ContextFile file = new ContextFile(path, Yaml.loadMap(yaml));
            file.entries();
            return file;
        } catch (YamlException e) {
            throw new CommandException(
                    path + ": " + e.getMessage()
                            + "\nCorrect the file, or move it away and log in again. kubefate does not change it.",
                    e);
        }
    }

    /** {@return the name of the context that commands use} */
    public Optional<String> current() {
        return Optional.ofNullable(content.get(CURRENT)).map(String::valueOf).filter(name -> !name.isEmpty());
    }

    /** {@return the names of the contexts, in the order of the file} */
    public List<String> names() {
        return entries().keySet().stream().map(String::valueOf).toList();
    }

    /** {@return the context, if there is one of this name} */
    public Optional<SavedContext> find(String name) {
        return Optional.ofNullable(entries().get(name)).map(value -> entry(name).read());
    }

    /**
     * Returns a context.
     *
     * @throws CommandException if there is none of this name
     */
    public SavedContext get(String name) {
        return find(name)
                .orElseThrow(() -> new CommandException("there is no context " + name + " in " + path + ". "
                        + (names().isEmpty()
                                ? "Run: kubefate login"
                                : "The contexts are: " + String.join(", ", names()))));
    }

    /** {@return a warning for each key that has no effect} */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>(ConfigurationReader.KEYS.warnings(
                path.toString(), ConfigurationReader.flatten(content).keySet()));
        for (String name : names()) {
            ContextEntry entry = entry(name);
            warnings.addAll(ContextEntry.KEYS.warnings(
                    entry.place(),
                    entry.content().keySet().stream().map(String::valueOf).toList()));
        }
        return warnings;
    }

    /** {@return the same with a context added or replaced} */
    public ContextFile with(String name, SavedContext context) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}")) {
            throw new CommandException(
                    "invalid context name \"" + name + "\": use letters, digits and the characters ._:@-");
        }
        Map<Object, Object> entries = new LinkedHashMap<>(entries());
        entries.put(name, entry(name).write(context));
        return with(CONTEXTS, entries);
    }

    /** {@return the same without a context; if it was the current one, without a current one} */
    public ContextFile without(String name) {
        Map<Object, Object> entries = new LinkedHashMap<>(entries());
        entries.remove(name);
        ContextFile shorter = with(CONTEXTS, entries);
        return current().equals(Optional.of(name)) ? shorter.with(CURRENT, "") : shorter;
    }

    /** {@return the same with another current context} */
    public ContextFile using(String name) {
        get(name);
        return with(CURRENT, name);
    }

    String yaml() {
        return HEADER + Yaml.dump(content, WIDTH);
    }

    private ContextFile with(String key, Object value) {
        Map<Object, Object> changed = new LinkedHashMap<>(content);
        changed.put(key, value);
        return new ContextFile(path, changed);
    }

    private Map<?, ?> entries() {
        return map(path + ": " + CONTEXTS, content.get(CONTEXTS));
    }

    private ContextEntry entry(String name) {
        String place = path + ": context " + name;
        Path folder = requireNonNull(path.getParent(), "a file has a folder");
        return new ContextEntry(place, folder, map(place, entries().get(name)));
    }

    private static Map<?, ?> map(String place, @Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new CommandException(place + " must be a map of keys and values");
    }
}
