package io.kubefate.server.service.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.plugin.LoadedPlugin;
import io.kubefate.server.plugin.PluginCatalog;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.RejectedPlugin;
import io.kubefate.server.store.PluginStore;
import io.kubefate.server.store.plugin.PluginRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads and unloads plugins in this service so that they match the database. */
public final class PluginReplica {

    private static final Logger LOG = LoggerFactory.getLogger(PluginReplica.class);

    private final PluginStore store;
    private final PluginCache cache;
    private final PluginHost host;
    private volatile State state = new State(List.of(), Map.of());

    public PluginReplica(PluginStore store, PluginCache cache, PluginHost host) {
        this.store = requireNonNull(store, "store is null");
        this.cache = requireNonNull(cache, "cache is null");
        this.host = requireNonNull(host, "host is null");
    }

    /** Returns the installed plugins at the last query of the database. */
    public List<PluginRecord> installed() {
        return state.installed();
    }

    /**
     * Queries the database and applies changes to the host. A jar that cannot be fetched is skipped, logged once, and tried again by the
     * next call.
     *
     * @return the installed plugins
     * @throws org.jdbi.v3.core.JdbiException if the database does not answer; loaded plugins stay loaded
     */
    synchronized List<PluginRecord> follow() {
        List<PluginRecord> installed = store.list();
        if (installed.equals(state.installed()) && state.missing().isEmpty()) {
            return installed;
        }
        Map<String, String> missing = new HashMap<>();
        List<Path> jars = new ArrayList<>();
        installed.stream()
                .filter(PluginRecord::enabled)
                .forEach(plugin -> fetch(plugin, missing).ifPresent(jars::add));
        host.apply(jars);
        state = new State(installed, Map.copyOf(missing));
        return installed;
    }

    /** Deletes the jars on this machine that are no longer installed. */
    synchronized void prune() throws IOException {
        cache.prune(state.installed());
    }

    /** Returns the loaded plugin; empty if it is not loaded. */
    Optional<LoadedPlugin> loaded(PluginRecord plugin) {
        Path file = cache.file(plugin.sha256());
        return host.catalog().loaded().stream()
                .filter(loaded -> loaded.file().equals(file))
                .findFirst();
    }

    /** Returns why an enabled plugin is not loaded. */
    String reason(PluginRecord plugin) {
        Path file = cache.file(plugin.sha256());
        PluginCatalog catalog = host.catalog();
        return catalog.rejected().stream()
                .filter(rejected -> rejected.file().equals(file))
                .map(RejectedPlugin::reason)
                .findFirst()
                .orElseGet(() -> state.missing().getOrDefault(plugin.sha256(), "it is being loaded"));
    }

    private Optional<Path> fetch(PluginRecord plugin, Map<String, String> missing) {
        try {
            return Optional.of(cache.fetch(plugin));
        } catch (IOException e) {
            String reason = "cannot store its jar on this machine: " + e;
            missing.put(plugin.sha256(), reason);
            if (!reason.equals(state.missing().get(plugin.sha256()))) {
                LOG.warn("plugin {} {} is not loaded: {}", plugin.id(), plugin.version(), reason);
            }
            return Optional.empty();
        }
    }

    /** The installed plugins of the database, and the reasons by hash for the jars that cannot be fetched. */
    private record State(List<PluginRecord> installed, Map<String, String> missing) {}
}
