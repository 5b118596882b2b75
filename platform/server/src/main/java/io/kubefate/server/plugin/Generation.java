package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The plugins of one catalog. They stay loaded while the generation is held; a plugin that is also in a later generation stays
 * loaded with that one.
 */
final class Generation {

    private final PluginCatalog catalog;
    private final List<PluginInstance> plugins;
    private final Holders holders = new Holders(this::end);

    /**
     * Creates a generation that the caller holds.
     *
     * @param plugins the plugins in the order of loading, each held for this generation
     * @param rejected the jars that are not loaded
     */
    Generation(List<PluginInstance> plugins, List<RejectedPlugin> rejected) {
        this.plugins = List.copyOf(requireNonNull(plugins, "plugins is null"));
        this.catalog =
                new PluginCatalog(plugins.stream().map(PluginInstance::facts).toList(), rejected);
    }

    /** Returns a generation without plugins. */
    static Generation empty() {
        return new Generation(List.of(), List.of());
    }

    PluginCatalog catalog() {
        return catalog;
    }

    /** Returns the plugin of a jar, if it is loaded. */
    Optional<PluginInstance> find(Path jar) {
        return plugins.stream()
                .filter(plugin -> plugin.file().path().equals(jar))
                .findFirst();
    }

    /** Acquires a hold and returns true, or returns false if the generation has ended. */
    boolean hold() {
        return holders.hold();
    }

    /** Releases a hold. The last release ends the plugins that no other generation holds. */
    void release() {
        holders.release();
    }

    /** Ends dependent plugins first. */
    private void end() {
        List<PluginInstance> ending = new ArrayList<>(plugins);
        Collections.reverse(ending);
        ending.forEach(PluginInstance::release);
    }
}
