package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The plugins of one catalog. They stay open as long as anybody holds the generation; a plugin that a later one has too
 * goes on with that.
 */
final class Generation {

    private final PluginCatalog catalog;
    private final List<PluginInstance> plugins;
    private final Holders holders = new Holders(this::end);

    /**
     * A generation that its maker holds.
     *
     * @param plugins in the order in which they were loaded, each held for this generation
     * @param rejected the jars that are not loaded
     */
    Generation(List<PluginInstance> plugins, List<RejectedPlugin> rejected) {
        this.plugins = List.copyOf(requireNonNull(plugins, "plugins is null"));
        this.catalog =
                new PluginCatalog(plugins.stream().map(PluginInstance::facts).toList(), rejected);
    }

    /** {@return a generation without any plugin} */
    static Generation empty() {
        return new Generation(List.of(), List.of());
    }

    /** {@return what it consists of} */
    PluginCatalog catalog() {
        return catalog;
    }

    /**
     * The plugin of a jar.
     *
     * @param jar the jar's path
     * @return the plugin, if the jar is loaded
     */
    Optional<PluginInstance> find(Path jar) {
        return plugins.stream()
                .filter(plugin -> plugin.file().path().equals(jar))
                .findFirst();
    }

    /** {@return whether the caller holds it now; false if it has ended} */
    boolean hold() {
        return holders.hold();
    }

    /** Gives up one hold; the last one ends those of its plugins that no other generation has. */
    void release() {
        holders.release();
    }

    /** Those that depend on others go first. */
    private void end() {
        List<PluginInstance> ending = new ArrayList<>(plugins);
        Collections.reverse(ending);
        ending.forEach(PluginInstance::release);
    }
}
