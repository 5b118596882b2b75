package io.kubefate.server.service.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.plugin.LoadedPlugin;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.jar.PluginManifest;
import io.kubefate.server.store.PluginStore;
import io.kubefate.server.store.plugin.PluginHistory;
import io.kubefate.server.store.plugin.PluginIdentity;
import io.kubefate.server.store.plugin.PluginRecord;
import io.kubefate.server.store.plugin.PluginSource;
import io.kubefate.server.store.plugin.StoredJar;
import io.kubefate.server.store.row.JsonColumn;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the installed plugins: tries the jar, changes the database, then updates this service. One change at a time; trials run
 * beside each other and beside changes.
 */
public final class PluginChanges {

    private static final Logger LOG = LoggerFactory.getLogger(PluginChanges.class);

    private final PluginStore store;
    private final PluginHost host;
    private final PluginTrial trial;
    private final PluginReplica replica;
    private final Clock clock;

    /**
     * @param host reads the manifests of jars
     * @param trial loads jars on trial
     * @param replica applies changes to the host
     */
    public PluginChanges(PluginStore store, PluginHost host, PluginTrial trial, PluginReplica replica, Clock clock) {
        this.store = requireNonNull(store, "store is null");
        this.host = requireNonNull(host, "host is null");
        this.trial = requireNonNull(trial, "trial is null");
        this.replica = requireNonNull(replica, "replica is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** A jar with its manifest, its source and the user who provides it. */
    record Offer(IncomingJar jar, String hash, PluginManifest manifest, PluginSource source, String by) {}

    /**
     * Reads the manifest of a jar.
     *
     * @throws KubefateException {@code PLUGIN_REFUSED} if the jar is not a plugin
     */
    Offer offer(IncomingJar jar, PluginSource source, String by) throws IOException {
        PluginManifest manifest = host.manifest(jar.complete().file());
        Succession.refuseUnreadable(manifest.version());
        return new Offer(jar, jar.hash(), manifest, source, by);
    }

    /**
     * Installs a plugin. Does nothing if the same jar is installed.
     *
     * @throws KubefateException {@code ALREADY_EXISTS} if another jar of this plugin is installed, {@code PLUGIN_REFUSED}
     */
    void install(Offer offer) throws IOException {
        while (!install(offer, replica.follow())) {
            LOG.info(
                    "the plugins have changed during the trial of {}; it is repeated",
                    offer.manifest().id());
        }
    }

    /**
     * Replaces the installed jar of a plugin.
     *
     * @param force whether to accept an older version, or other content of the same version
     * @throws KubefateException {@code NOT_FOUND} if the plugin is not installed, {@code PLUGIN_REFUSED}
     */
    void upgrade(Offer offer, boolean force) throws IOException {
        while (!upgrade(offer, force, replica.follow())) {
            LOG.info(
                    "the plugins have changed during the trial of {}; it is repeated",
                    offer.manifest().id());
        }
    }

    /**
     * Enables or disables a plugin.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    synchronized void setEnabled(String id, boolean enabled, String by) {
        if (!store.setEnabled(id, enabled, by, clock.instant())) {
            throw KubefateException.notFound();
        }
        replica.follow();
    }

    /**
     * Removes a plugin.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    synchronized void remove(String id, String by) {
        if (!store.remove(id, by, clock.instant())) {
            throw KubefateException.notFound();
        }
        replica.follow();
    }

    /** Returns false if other plugins were installed meanwhile, with which the jar was not tried. */
    private boolean install(Offer offer, List<PluginRecord> plugins) throws IOException {
        Optional<PluginRecord> installed = find(offer, plugins);
        if (installed.isPresent()) {
            refuseOther(installed.get(), offer);
            return true;
        }
        PluginRecord plugin = record(offer, trial.load(offer.jar().file(), Optional.empty()), Optional.empty());
        return change(plugins, () -> {
            store.install(plugin, offer.jar().file());
            if (!isRequest(offer)) {
                LOG.info("plugin {} {} was installed by {}", plugin.id(), plugin.version(), offer.by());
            }
        });
    }

    private boolean upgrade(Offer offer, boolean force, List<PluginRecord> plugins) throws IOException {
        PluginRecord installed = find(offer, plugins).orElseThrow(KubefateException::notFound);
        if (installed.sha256().equals(offer.hash())) {
            return true;
        }
        if (!force) {
            Succession.obstacle(installed.version(), offer.manifest().version()).ifPresent(obstacle -> {
                throw new KubefateException(ErrorCode.PLUGIN_REFUSED, obstacle);
            });
        }
        LoadedPlugin facts = trial.load(offer.jar().file(), Optional.of(installed.id()));
        PluginRecord plugin = record(offer, facts, Optional.of(installed.installedAt()));
        return change(plugins, () -> replace(installed, plugin, offer));
    }

    private void replace(PluginRecord installed, PluginRecord plugin, Offer offer) throws IOException {
        if (!store.replace(installed, plugin, offer.jar().file())) {
            throw new KubefateException(
                    ErrorCode.WRONG_STATE,
                    "plugin " + plugin.id()
                            + " was changed by another request at the same time; check it with kubefate"
                            + " plugin describe " + plugin.id() + " and try again");
        }
        if (!isRequest(offer)) {
            LOG.info(
                    "plugin {} was upgraded from {} to {} by {}",
                    plugin.id(),
                    installed.version(),
                    plugin.version(),
                    offer.by());
        }
    }

    /** The log has a line for each request anyway. */
    private static boolean isRequest(Offer offer) {
        return offer.source() == PluginSource.UPLOAD;
    }

    /** A change of the database. */
    @FunctionalInterface
    private interface Change {
        void run() throws IOException;
    }

    /** Makes a change and updates this service, unless the plugins are no longer those with which the jar was tried. */
    private synchronized boolean change(List<PluginRecord> tried, Change change) throws IOException {
        if (!replica.follow().equals(tried)) {
            return false;
        }
        change.run();
        replica.follow();
        return true;
    }

    private static Optional<PluginRecord> find(Offer offer, List<PluginRecord> plugins) {
        return plugins.stream()
                .filter(plugin -> plugin.id().equals(offer.manifest().id()))
                .findFirst();
    }

    private static void refuseOther(PluginRecord installed, Offer offer) {
        if (!installed.sha256().equals(offer.hash())) {
            throw new KubefateException(ErrorCode.ALREADY_EXISTS, PluginStore.alreadyInstalled(installed));
        }
    }

    private PluginRecord record(Offer offer, LoadedPlugin facts, Optional<Instant> installedAt) {
        Instant now = clock.instant();
        return new PluginRecord(
                0,
                new PluginIdentity(facts.id(), facts.version(), facts.provider(), facts.description()),
                new StoredJar(offer.hash(), offer.jar().fileName(), offer.jar().size(), offer.source()),
                JsonColumn.write(facts.releases().stream()
                        .map(release -> release.key().toString())
                        .toList()),
                true,
                new PluginHistory(installedAt.orElse(now), offer.by(), now));
    }
}
