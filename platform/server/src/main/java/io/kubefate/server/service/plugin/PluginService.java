package io.kubefate.server.service.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.api.PluginCluster;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.MemoryList;
import io.kubefate.server.service.plugin.PluginChanges.Offer;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.plugin.PluginRecord;
import io.kubefate.server.store.plugin.PluginSource;
import io.kubefate.server.store.plugin.PluginUse;
import io.kubefate.server.store.row.TimeColumn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists, installs, upgrades, enables, disables and removes plugins. An answer shows the state after the change, in the service that
 * answers.
 */
public final class PluginService {

    private static final MemoryList<Plugin> LIST = new MemoryList<Plugin>(
                    plugin -> String.join(" ", plugin.id(), plugin.file(), plugin.sha256()))
            .with("name", Plugin::id)
            .with("status", Plugin::state)
            .with("updated", PluginService::changed)
            .with(
                    "text",
                    plugin -> plugin.id() + " " + plugin.description() + " " + plugin.file() + " " + plugin.releases());

    private final PluginCache cache;
    private final PluginReplica replica;
    private final PluginInbox inbox;
    private final PluginChanges changes;
    private final ClusterStore clusters;

    public PluginService(
            PluginCache cache, PluginReplica replica, PluginInbox inbox, PluginChanges changes, ClusterStore clusters) {
        this.cache = requireNonNull(cache, "cache is null");
        this.replica = requireNonNull(replica, "replica is null");
        this.inbox = requireNonNull(inbox, "inbox is null");
        this.changes = requireNonNull(changes, "changes is null");
        this.clusters = requireNonNull(clusters, "clusters is null");
    }

    /**
     * Returns plugins; by default the installed ones in the order of loading, then the rejected jars of the folder.
     *
     * @param visible the namespaces whose clusters are named
     */
    public ListPart<Plugin> list(ListRequest request, Namespaces visible) {
        return LIST.part(list(visible), request);
    }

    /** Returns all plugins with all their clusters. */
    public List<Plugin> list() {
        return list(Namespaces.ALL);
    }

    private List<Plugin> list(Namespaces visible) {
        List<PluginUse> uses = uses(visible);
        return Stream.concat(
                        replica.follow().stream().map(plugin -> PluginAnswer.installed(plugin, replica, uses)),
                        inbox.refused().stream())
                .toList();
    }

    private static String changed(Plugin plugin) {
        return Optional.ofNullable(plugin.changedAt()).map(TimeColumn::text).orElse("");
    }

    /**
     * Returns an installed plugin.
     *
     * @param visible the namespaces whose clusters are named
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Plugin find(String id, Namespaces visible) {
        return replica.follow().stream()
                .filter(plugin -> plugin.id().equals(id))
                .map(plugin -> PluginAnswer.installed(plugin, replica, uses(visible)))
                .findFirst()
                .orElseThrow(KubefateException::notFound);
    }

    /**
     * Returns an installed plugin with all its clusters.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Plugin find(String id) {
        return find(id, Namespaces.ALL);
    }

    private List<PluginUse> uses(Namespaces visible) {
        return clusters.pluginUses().stream()
                .filter(use -> visible.contains(use.namespace()))
                .toList();
    }

    /**
     * Returns the plugin that serves a release, loaded or not.
     *
     * @param matches selects the release by a text like {@code fate v1.5.0 (eggroll)}
     */
    public Optional<PluginRecord> serving(Predicate<String> matches) {
        return replica.follow().stream()
                .filter(plugin -> PluginAnswer.releases(plugin).stream().anyMatch(matches))
                .findFirst();
    }

    /** Returns the installed plugins that this service knows, without a query. */
    public List<PluginRecord> installed() {
        return replica.installed();
    }

    /**
     * Starts an upload.
     *
     * @param announced the size of the request in bytes; negative if unknown
     * @return receives the jar; the caller closes it
     * @throws KubefateException {@code PLUGIN_REFUSED} if the request is too large
     * @throws IOException if the disk fails
     */
    public IncomingJar receive(long announced) throws IOException {
        long form = 1 << 16; // the form around the file
        if (announced - form > cache.maxBytes()) {
            throw IncomingJar.tooLarge(cache.maxBytes());
        }
        return cache.receive();
    }

    /**
     * Installs an uploaded plugin. Does nothing if the same jar is installed.
     *
     * @throws KubefateException {@code PLUGIN_REFUSED}, or {@code ALREADY_EXISTS} if another jar of the plugin is installed
     * @throws IOException if the disk fails
     */
    public Plugin install(IncomingJar jar, String user) throws IOException {
        Offer offer = changes.offer(jar, PluginSource.UPLOAD, user);
        changes.install(offer);
        return find(offer.manifest().id());
    }

    /**
     * Upgrades a plugin to an uploaded version. Active requests continue with the previous version.
     *
     * @param force whether to accept an older version, or other content of the same version
     * @throws KubefateException {@code NOT_FOUND}, {@code PLUGIN_REFUSED}
     * @throws IOException if the disk fails
     */
    public Plugin upgrade(String id, IncomingJar jar, boolean force, String user) throws IOException {
        find(id);
        Offer offer = changes.offer(jar, PluginSource.UPLOAD, user);
        if (!offer.manifest().id().equals(id)) {
            throw new KubefateException(
                    ErrorCode.PLUGIN_REFUSED,
                    "this is plugin " + offer.manifest().id() + ", which cannot replace " + id);
        }
        changes.upgrade(offer, force);
        return find(id);
    }

    /**
     * Installs an uploaded plugin, or upgrades the installed one with the same id.
     *
     * @throws KubefateException {@code PLUGIN_REFUSED}
     * @throws IOException if the disk fails
     */
    public Plugin put(IncomingJar jar, String user) throws IOException {
        Offer offer = changes.offer(jar, PluginSource.UPLOAD, user);
        String id = offer.manifest().id();
        if (replica.follow().stream().anyMatch(plugin -> plugin.id().equals(id))) {
            changes.upgrade(offer, false);
        } else {
            changes.install(offer);
        }
        return find(id);
    }

    /**
     * Enables or disables a plugin.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Plugin setEnabled(String id, boolean enabled, String user) {
        changes.setEnabled(id, enabled, user);
        return find(id);
    }

    /**
     * Removes a plugin. Its clusters remain, and can be described and deleted.
     *
     * @param force whether to remove it even if clusters use it
     * @throws KubefateException {@code NOT_FOUND}, or {@code PLUGIN_IN_USE} with the clusters
     */
    public void remove(String id, boolean force, String user) {
        List<PluginCluster> using = find(id).clusters();
        if (!using.isEmpty() && !force) {
            String names = using.stream().map(PluginCluster::text).collect(Collectors.joining(", "));
            throw new KubefateException(
                    ErrorCode.PLUGIN_IN_USE,
                    "plugin " + id + " is used by " + names
                            + "; delete them first, or use kubefate plugin remove " + id
                            + " --force; without the plugin they can be"
                            + " described and deleted, but not changed");
        }
        changes.remove(id, user);
    }
}
