package io.kubefate.server.service.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.plugin.jar.PluginManifest;
import io.kubefate.server.service.audit.AuditedObject;
import io.kubefate.server.service.audit.OwnChanges;
import io.kubefate.server.service.plugin.PluginChanges.Offer;
import io.kubefate.server.store.PluginStore;
import io.kubefate.server.store.plugin.PluginSource;
import io.kubefate.server.store.plugin.RetiredPlugin;
import io.kubefate.server.store.plugin.RetiredPlugin.Retirement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Decides whether to install a jar in the plugins folder. */
public final class InboxRules {

    private static final String FOLDER = "the plugins folder";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final PluginStore store;
    private final PluginCache cache;
    private final PluginReplica replica;
    private final PluginChanges changes;
    private final OwnChanges audit;

    /** @param audit records the plugins that are installed and upgraded */
    public InboxRules(
            PluginStore store, PluginCache cache, PluginReplica replica, PluginChanges changes, OwnChanges audit) {
        this.store = requireNonNull(store, "store is null");
        this.cache = requireNonNull(cache, "cache is null");
        this.replica = requireNonNull(replica, "replica is null");
        this.changes = requireNonNull(changes, "changes is null");
        this.audit = requireNonNull(audit, "audit is null");
    }

    /**
     * Installs a jar if it is new.
     *
     * @param size in bytes, when the folder was listed
     * @return the rejected jar with the reason; empty if it is or was installed
     * @throws IOException if the jar cannot be read or stored
     */
    Optional<Plugin> judge(Path jar, long size) throws IOException {
        if (size > cache.maxBytes()) {
            String reason = IncomingJar.tooLarge(cache.maxBytes()).getMessage();
            return Optional.of(PluginAnswer.refused(jar, size, reason));
        }
        String hash = PluginCache.hash(jar);
        if (replica.installed().stream().anyMatch(plugin -> plugin.sha256().equals(hash))) {
            return Optional.empty();
        }
        Optional<RetiredPlugin> retired = store.retired().stream()
                .filter(plugin -> plugin.sha256().equals(hash))
                .findFirst();
        return retired.isPresent() ? retired.map(plugin -> stayAway(jar, size, plugin)) : take(jar, size);
    }

    private Optional<Plugin> take(Path jar, long size) throws IOException {
        try (IncomingJar incoming = cache.receive(jar)) {
            Offer offer = changes.offer(incoming, PluginSource.FOLDER, FOLDER);
            return take(jar, offer);
        } catch (KubefateException e) {
            return Optional.of(PluginAnswer.refused(jar, size, e.getMessage()));
        }
    }

    private Optional<Plugin> take(Path jar, Offer offer) throws IOException {
        try {
            if (store.find(offer.manifest().id()).isPresent()) {
                changes.upgrade(offer, false);
                record("plugin upgrade", offer.manifest());
                return Optional.empty();
            }
            Optional<RetiredPlugin> removed = removed(offer.manifest());
            if (removed.isEmpty()) {
                changes.install(offer);
                record("plugin install", offer.manifest());
            }
            return removed.map(plugin -> PluginAnswer.refused(
                    jar,
                    offer,
                    "it is older than " + removal(plugin) + "; to install it, use: kubefate plugin install -f FILE"));
        } catch (KubefateException e) {
            return Optional.of(PluginAnswer.refused(jar, offer, e.getMessage()));
        }
    }

    private void record(String verb, PluginManifest plugin) {
        audit.record(
                verb,
                new AuditedObject(AuditedObject.PLUGIN, "", plugin.id(), ""),
                "version " + plugin.version() + ", from " + FOLDER);
    }

    /** A removed plugin is not installed again from an older jar in the folder; a newer build is. */
    private Optional<RetiredPlugin> removed(PluginManifest offered) {
        return store.retired().stream()
                .filter(plugin -> plugin.id().equals(offered.id()) && plugin.how() == Retirement.REMOVED)
                .filter(plugin -> Succession.compare(offered.version(), plugin.version()) < 0)
                .findFirst();
    }

    private Plugin stayAway(Path jar, long size, RetiredPlugin plugin) {
        return PluginAnswer.refused(jar, size, plugin.id(), plugin.version(), plugin.sha256(), reason(plugin));
    }

    private String reason(RetiredPlugin plugin) {
        boolean another = replica.installed().stream()
                .anyMatch(installed -> installed.id().equals(plugin.id()));
        return "it is " + removal(plugin)
                + (another
                        ? "; to downgrade, use: kubefate plugin upgrade " + plugin.id() + " -f FILE --force"
                        : "; to install it again, use: kubefate plugin install -f FILE");
    }

    private static String removal(RetiredPlugin plugin) {
        String how = switch (plugin.how()) {
            case REMOVED -> "removed";
            case REPLACED -> "replaced";
        };
        return plugin.id() + " " + plugin.version() + ", which was " + how + " on " + TIME.format(plugin.retiredAt())
                + " by " + plugin.retiredBy();
    }
}
