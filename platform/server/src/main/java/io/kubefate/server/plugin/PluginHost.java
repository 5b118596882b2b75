package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.plugin.jar.JarPolicy;
import io.kubefate.server.plugin.jar.PluginFile;
import io.kubefate.server.plugin.jar.PluginManifest;
import io.kubefate.server.plugin.jar.PluginRejection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads, exchanges and unloads plugins at run time. A bad jar never stops the host or hides another plugin. Thread-safe.
 */
public final class PluginHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final PluginRules rules;
    private volatile Generation current = Generation.empty();

    /**
     * Creates a host without plugins.
     *
     * @param spiVersion the SPI version that {@code Plugin-Requires} must accept, usually {@link SpiVersion#CURRENT}
     * @param schemaCheck throws a RuntimeException with the problem in its message if a text is not a valid JSON Schema
     * @param policy decides which jars are accepted
     */
    public PluginHost(String spiVersion, Consumer<String> schemaCheck, JarPolicy policy) {
        this.rules = new PluginRules(
                requireNonNull(spiVersion, "spiVersion is null"),
                new DistributionRules(requireNonNull(schemaCheck, "schemaCheck is null")),
                requireNonNull(policy, "policy is null"));
    }

    /**
     * Loads exactly these jars. Loaded plugins stay, new ones are loaded, and others are removed from the catalog immediately and
     * unloaded as soon as they are not in use. A plugin whose dependency has changed is loaded again. Rejected jars are tried again.
     *
     * @param jars the jars in order of precedence; the content of a path must never change
     * @return the loaded plugins, and the rejected jars with the reasons
     */
    public PluginCatalog apply(List<Path> jars) {
        Generation superseded = advance(jars);
        superseded.release(); // outside the lock: it may stop plugins
        return catalog();
    }

    /**
     * Reads the manifest of a jar without running its code.
     *
     * @param jar the jar
     * @return its manifest
     * @throws KubefateException PLUGIN_REFUSED, with the reason, if it is not accepted or not a plugin
     */
    public PluginManifest manifest(Path jar) {
        try {
            return PluginFile.read(jar, rules.jars()).manifest();
        } catch (PluginRejection e) {
            throw new KubefateException(ErrorCode.PLUGIN_REFUSED, e.getMessage(), e);
        }
    }

    /**
     * Checks whether a jar would load beside the loaded plugins, without changing them. Runs code of the jar.
     *
     * @param jar the jar
     * @param replacing the id of the plugin that it would replace
     * @param trial an additional check of each distribution; its exceptions are rethrown
     * @return the plugin as it would be loaded; only the constant values of its distributions are available
     * @throws KubefateException PLUGIN_REFUSED, with the reason, if it or a dependent plugin would not load
     */
    public LoadedPlugin examine(Path jar, Optional<String> replacing, Consumer<LoadedDistribution> trial) {
        try (CatalogUse use = use()) {
            List<Path> others = use.catalog().loaded().stream()
                    .filter(plugin -> !replacing.equals(Optional.of(plugin.id())))
                    .map(LoadedPlugin::file)
                    .toList();
            Generation tried = new PluginLoading(
                            rules, use.generation(), (rejected, cause) -> refuse(jar, rejected, cause))
                    .load(Stream.concat(others.stream(), Stream.of(jar)).toList());
            try {
                LoadedPlugin plugin = tried.find(jar).orElseThrow().facts();
                plugin.distributions().forEach(trial);
                return plugin;
            } finally {
                tried.release();
            }
        }
    }

    /** Returns the latest catalog, which is empty at first and after {@link #close}. */
    public PluginCatalog catalog() {
        return current.catalog();
    }

    /** Returns a use of the latest catalog, whose plugins stay loaded until the use is closed. */
    public CatalogUse use() {
        Generation generation = current;
        while (!generation.hold()) { // another generation superseded it
            generation = current;
        }
        return new CatalogUse(generation);
    }

    /** Stops and unloads all plugins in the reverse order of loading, as soon as they are not in use. */
    @Override
    public void close() {
        apply(List.of());
    }

    /** Returns the superseded generation, which the caller releases. */
    private synchronized Generation advance(List<Path> jars) {
        Generation before = current;
        Generation next = new PluginLoading(rules, before, (rejected, cause) -> log(before.catalog(), rejected, cause))
                .load(jars.stream().distinct().toList());
        if (next.catalog().equals(before.catalog())) {
            return next;
        }
        current = next;
        log(before.catalog(), next.catalog());
        return before;
    }

    private static void refuse(Path jar, RejectedPlugin rejected, Throwable cause) {
        String reason = rejected.file().equals(jar)
                ? rejected.reason()
                : "plugin " + rejected.id().orElse("") + " cannot stay loaded: " + rejected.reason();
        throw new KubefateException(ErrorCode.PLUGIN_REFUSED, reason, cause);
    }

    private static void log(PluginCatalog before, RejectedPlugin rejected, Throwable cause) {
        if (!before.rejected().contains(rejected)) {
            LOG.warn("plugin {} is not loaded: {}", rejected.file(), rejected.reason(), cause);
        }
    }

    private static void log(PluginCatalog before, PluginCatalog after) {
        before.loaded().stream()
                .filter(plugin -> !after.loaded().contains(plugin))
                .forEach(plugin -> LOG.info("retired plugin {} from {}", plugin, plugin.file()));
        after.loaded().stream()
                .filter(plugin -> !before.loaded().contains(plugin))
                .forEach(plugin -> LOG.info("loaded plugin {} from {}", plugin, plugin.file()));
    }
}
