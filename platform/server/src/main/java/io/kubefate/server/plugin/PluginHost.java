package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the plugins of one directory. No jar in it, whatever is wrong with it, stops the host or hides another. */
public final class PluginHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final Path directory;
    private final String spiVersion;
    private final DistributionContract contract;
    private volatile PluginCatalog catalog = PluginCatalog.empty();
    private List<OpenPlugin> open = List.of();

    /**
     * A host that has loaded nothing yet.
     *
     * @param directory where the plugin jars are; it need not exist
     * @param spiVersion what a plugin's {@code Plugin-Requires} must accept, normally {@link SpiVersion#CURRENT}
     * @param schemaCheck throws a RuntimeException, whose message says what is wrong, if a text is no usable JSON
     *     Schema
     */
    public PluginHost(Path directory, String spiVersion, Consumer<String> schemaCheck) {
        this.directory = requireNonNull(directory, "directory is null");
        this.spiVersion = requireNonNull(spiVersion, "spiVersion is null");
        this.contract = new DistributionContract(requireNonNull(schemaCheck, "schemaCheck is null"));
    }

    /**
     * Loads every {@code *.jar} of the directory, in the order of their names. Called once, at start.
     *
     * @return what was loaded and what was not, with the reasons; empty if there is no such directory or nothing in it
     */
    public synchronized PluginCatalog load() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("the plugins are already loaded");
        }
        PluginLoading loading = new PluginLoading(spiVersion, contract);
        catalog = loading.load(jars());
        open = loading.open();
        return catalog;
    }

    /** {@return the latest catalog, empty before {@link #load} and after {@link #close}} */
    public PluginCatalog catalog() {
        return catalog;
    }

    /** Stops and unloads all plugins, in the opposite order of loading. */
    @Override
    public synchronized void close() {
        List<OpenPlugin> closing = new ArrayList<>(open);
        Collections.reverse(closing);
        catalog = PluginCatalog.empty();
        open = List.of();
        closing.forEach(OpenPlugin::close);
    }

    private List<Path> jars() {
        if (!Files.isDirectory(directory)) {
            LOG.warn("no plugins: {} is not a directory", directory);
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*.jar")) {
            stream.forEach(jars::add);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("no plugins: {} cannot be read", directory, e);
            return List.of();
        }
        if (jars.isEmpty()) {
            LOG.warn("no plugins: there is no *.jar in {}", directory);
        }
        Collections.sort(jars);
        return jars;
    }
}
