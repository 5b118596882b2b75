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
 * Runs plugins, and exchanges them while it does. No jar, whatever is wrong with it, stops the host or hides another.
 * Safe for several threads.
 */
public final class PluginHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final PluginRules rules;
    private volatile Generation current = Generation.empty();

    /**
     * A host that has loaded nothing yet.
     *
     * @param spiVersion what a plugin's {@code Plugin-Requires} must accept, normally {@link SpiVersion#CURRENT}
     * @param schemaCheck throws a RuntimeException, whose message says what is wrong, if a text is no usable JSON
     *     Schema
     * @param policy which jars are accepted
     */
    public PluginHost(String spiVersion, Consumer<String> schemaCheck, JarPolicy policy) {
        this.rules = new PluginRules(
                requireNonNull(spiVersion, "spiVersion is null"),
                new DistributionRules(requireNonNull(schemaCheck, "schemaCheck is null")),
                requireNonNull(policy, "policy is null"));
    }

    /**
     * Brings the host to exactly these jars. What is loaded stays, what is new is opened, what is no longer named leaves
     * the catalog at once and is unloaded as soon as nobody uses it. A plugin whose dependency was exchanged is opened
     * anew. What was rejected before is tried again.
     *
     * @param jars in order of precedence; the content of a path must never change
     * @return what is loaded now and what is not, with the reasons
     */
    public PluginCatalog apply(List<Path> jars) {
        Generation superseded = advance(jars);
        superseded.release(); // outside the lock: it may stop plugins
        return catalog();
    }

    /**
     * Reads what a jar says before any of its code runs.
     *
     * @param jar the jar
     * @return its manifest
     * @throws KubefateException PLUGIN_REFUSED, with the reason, if it is not accepted or no plugin
     */
    public PluginManifest manifest(Path jar) {
        try {
            return PluginFile.read(jar, rules.jars()).manifest();
        } catch (PluginRejection e) {
            throw new KubefateException(ErrorCode.PLUGIN_REFUSED, e.getMessage(), e);
        }
    }

    /**
     * Tries whether a jar would load beside what is loaded now, and changes nothing. Its code does run.
     *
     * @param jar the jar
     * @param replacing the id of the plugin that would be taken away for it
     * @param trial what else is tried with each of its distributions; what it throws, this method throws
     * @return the plugin as it would be; its distributions cannot be called, only asked for what never changes
     * @throws KubefateException PLUGIN_REFUSED, with the reason, if it or a plugin that needs it would not load
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

    /** {@return the latest catalog, empty at first and after {@link #close}} */
    public PluginCatalog catalog() {
        return current.catalog();
    }

    /** {@return the latest catalog, whose plugins stay open until it is closed} */
    public CatalogUse use() {
        Generation generation = current;
        while (!generation.hold()) { // it was superseded just now
            generation = current;
        }
        return new CatalogUse(generation);
    }

    /** Stops and unloads all plugins, in the opposite order of loading, as soon as nobody uses them. */
    @Override
    public void close() {
        apply(List.of());
    }

    /** {@return the generation that is to be released} */
    private synchronized Generation advance(List<Path> jars) {
        Generation before = current;
        Generation next = new PluginLoading(rules, before, (rejected, cause) -> tell(before.catalog(), rejected, cause))
                .load(jars.stream().distinct().toList());
        if (next.catalog().equals(before.catalog())) {
            return next;
        }
        current = next;
        tell(before.catalog(), next.catalog());
        return before;
    }

    private static void refuse(Path jar, RejectedPlugin rejected, Throwable cause) {
        String reason = rejected.file().equals(jar)
                ? rejected.reason()
                : "plugin " + rejected.id().orElse("") + " could not stay: " + rejected.reason();
        throw new KubefateException(ErrorCode.PLUGIN_REFUSED, reason, cause);
    }

    private static void tell(PluginCatalog before, RejectedPlugin rejected, Throwable cause) {
        if (!before.rejected().contains(rejected)) {
            LOG.warn("plugin {} is not loaded: {}", rejected.file(), rejected.reason(), cause);
        }
    }

    private static void tell(PluginCatalog before, PluginCatalog after) {
        before.loaded().stream()
                .filter(plugin -> !after.loaded().contains(plugin))
                .forEach(plugin -> LOG.info("retired plugin {} from {}", plugin, plugin.file()));
        after.loaded().stream()
                .filter(plugin -> !before.loaded().contains(plugin))
                .forEach(plugin -> LOG.info("loaded plugin {} from {}", plugin, plugin.file()));
    }
}
