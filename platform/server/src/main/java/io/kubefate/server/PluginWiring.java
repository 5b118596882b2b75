package io.kubefate.server;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.configuration.PluginsConfiguration;
import io.kubefate.server.plugin.CatalogUse;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.plugin.jar.JarPolicy;
import io.kubefate.server.service.audit.OwnChanges;
import io.kubefate.server.service.plugin.InboxRules;
import io.kubefate.server.service.plugin.PluginCache;
import io.kubefate.server.service.plugin.PluginChanges;
import io.kubefate.server.service.plugin.PluginFollower;
import io.kubefate.server.service.plugin.PluginInbox;
import io.kubefate.server.service.plugin.PluginReplica;
import io.kubefate.server.service.plugin.PluginService;
import io.kubefate.server.service.plugin.PluginTrial;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.PluginStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Creates the plugin host and the service that installs plugins. */
record PluginWiring(PluginHost host, PluginFollower follower, PluginService service) {

    private static final Duration TRIAL_LIMIT = Duration.ofSeconds(30);

    static PluginWiring of(
            PluginsConfiguration configuration, Jdbi jdbi, OwnChanges audit, Clock clock, ManagedResources resources) {
        long maxBytes = configuration.maxSize().toBytes();
        JarPolicy policy = policy(configuration);
        PluginHost host = resources.keep(new PluginHost(SpiVersion.CURRENT, SpecValidator::new, policy));
        PluginStore store = new PluginStore(jdbi);
        PluginCache cache = new PluginCache(configuration.cache(), store, maxBytes);
        PluginReplica replica = new PluginReplica(store, cache, host);
        PluginChanges changes = new PluginChanges(store, host, new PluginTrial(host, TRIAL_LIMIT), replica, clock);
        InboxRules rules = new InboxRules(store, cache, replica, changes, audit);
        PluginInbox inbox = new PluginInbox(configuration.directory(), rules, replica);
        PluginFollower follower = resources.keep(
                new PluginFollower(replica, inbox, configuration.pollInterval().toJavaDuration()),
                PluginFollower::start);
        return new PluginWiring(
                host, follower, new PluginService(cache, replica, inbox, changes, new ClusterStore(jdbi)));
    }

    /** Returns a use of the latest catalog, and waits at the start until plugins are loaded. */
    CatalogUse use() {
        follower.awaitStart();
        return host.use();
    }

    /** Returns the example of one of the releases, if there is one, and waits at the start until plugins are loaded. */
    Optional<String> example() {
        try (CatalogUse use = use()) {
            return use.catalog().releases().stream()
                    .findFirst()
                    .map(release -> release.distribution().example());
        }
    }

    private static JarPolicy policy(PluginsConfiguration configuration) {
        try {
            return JarPolicy.of(configuration.maxSize().toBytes(), configuration.trustedCertificates());
        } catch (IllegalArgumentException e) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST, "KUBEFATE_PLUGINS_TRUSTED_CERTIFICATES: " + e.getMessage(), e);
        }
    }
}
