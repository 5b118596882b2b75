package io.kubefate.server.service.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.api.PluginCluster;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.plugin.PluginChanges.Offer;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.PluginRecord;
import io.kubefate.server.store.PluginSource;
import io.kubefate.server.store.PluginUse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be asked of plugins. An answer tells the state after the change, in the service that answers. */
public final class PluginService {

    private final PluginCache cache;
    private final PluginReplica replica;
    private final PluginInbox inbox;
    private final PluginChanges changes;
    private final ClusterStore clusters;

    /**
     * A service.
     *
     * @param cache takes uploads
     * @param replica knows what is installed and what runs
     * @param inbox knows what is refused in the folder
     * @param changes changes what is installed
     * @param clusters says which clusters use which plugin
     */
    public PluginService(
            PluginCache cache, PluginReplica replica, PluginInbox inbox, PluginChanges changes, ClusterStore clusters) {
        this.cache = requireNonNull(cache, "cache is null");
        this.replica = requireNonNull(replica, "replica is null");
        this.inbox = requireNonNull(inbox, "inbox is null");
        this.changes = requireNonNull(changes, "changes is null");
        this.clusters = requireNonNull(clusters, "clusters is null");
    }

    /** {@return all installed plugins in the order of loading, then the refused jars of the folder} */
    public List<Plugin> list() {
        List<PluginUse> uses = clusters.pluginUses();
        return Stream.concat(
                        replica.follow().stream().map(plugin -> PluginAnswer.installed(plugin, replica, uses)),
                        inbox.refused().stream())
                .toList();
    }

    /**
     * One installed plugin.
     *
     * @param id its id
     * @return the plugin
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Plugin find(String id) {
        return replica.follow().stream()
                .filter(plugin -> plugin.id().equals(id))
                .map(plugin -> PluginAnswer.installed(plugin, replica, clusters.pluginUses()))
                .findFirst()
                .orElseThrow(KubefateException::notFound);
    }

    /**
     * The plugin that serves a release, loaded or not.
     *
     * @param matches chooses the release by a text like {@code fate v1.5.0 (eggroll)}
     * @return the plugin, if there is one
     */
    public Optional<PluginRecord> serving(Predicate<String> matches) {
        return replica.follow().stream()
                .filter(plugin -> PluginAnswer.releases(plugin).stream().anyMatch(matches))
                .findFirst();
    }

    /** {@return the installed plugins, as this service knows them without asking the database} */
    public List<PluginRecord> installed() {
        return replica.installed();
    }

    /**
     * Begins an upload.
     *
     * @param announced how many bytes the request says that it has; negative if it does not
     * @return what takes the jar, to be closed
     * @throws KubefateException {@code PLUGIN_REFUSED} if that is too much
     * @throws IOException if the disk fails
     */
    public IncomingJar receive(long announced) throws IOException {
        long form = 1 << 16; // what stands around the file
        if (announced - form > cache.maxBytes()) {
            throw IncomingJar.tooLarge(cache.maxBytes());
        }
        return cache.receive();
    }

    /**
     * Installs an uploaded plugin. To install again what is installed changes nothing.
     *
     * @param jar the upload
     * @param user who asks
     * @return the plugin
     * @throws KubefateException {@code PLUGIN_REFUSED}, or {@code ALREADY_EXISTS} if another jar of it is installed
     * @throws IOException if the disk fails
     */
    public Plugin install(IncomingJar jar, String user) throws IOException {
        Offer offer = changes.offer(jar, PluginSource.UPLOAD, user);
        changes.install(offer);
        return find(offer.manifest().id());
    }

    /**
     * Upgrades a plugin to an uploaded version. Requests that run go on with the one before.
     *
     * @param id the plugin's id
     * @param jar the upload
     * @param force whether an older version, or other content of the same version, will do too
     * @param user who asks
     * @return the plugin
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
     * Installs an uploaded plugin, or upgrades it if one of this id is installed.
     *
     * @param jar the upload
     * @param user who asks
     * @return the plugin
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
     * @param id its id
     * @param enabled whether it is to be loaded
     * @param user who asks
     * @return the plugin
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Plugin setEnabled(String id, boolean enabled, String user) {
        changes.setEnabled(id, enabled, user);
        return find(id);
    }

    /**
     * Removes a plugin. Its clusters stay, and can be described and deleted.
     *
     * @param id its id
     * @param force whether also when clusters use it
     * @param user who asks
     * @throws KubefateException {@code NOT_FOUND}, or {@code PLUGIN_IN_USE} with the clusters
     */
    public void remove(String id, boolean force, String user) {
        List<PluginCluster> using = find(id).clusters();
        if (!using.isEmpty() && !force) {
            String names = using.stream().map(PluginCluster::text).collect(Collectors.joining(", "));
            throw new KubefateException(
                    ErrorCode.PLUGIN_IN_USE,
                    "plugin " + id + " is used by " + names
                            + "; delete them first, or force it (kubefate plugin remove " + id
                            + " --force): they stay, and can be"
                            + " described and deleted, but not changed without the plugin");
        }
        changes.remove(id, user);
    }
}
