package io.kubefate.server.service.federation;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kubefate.server.service.federation.Declaration.Unknown;
import io.kubefate.server.service.spec.MemberReader;
import io.kubefate.server.store.FederationStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterSummary;
import io.kubefate.server.store.cluster.StoredRelease;
import io.kubefate.server.store.encryption.UnreadableTextException;
import io.kubefate.spi.ReleaseKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the plugins declare of clusters. To parse a cluster.yaml takes milliseconds, so each result is kept until the cluster has another
 * revision, or another plugin serves its release.
 */
final class Declarations {

    private static final Logger LOG = LoggerFactory.getLogger(Declarations.class);

    private static final int MAX_CLUSTERS = 10_000;

    private final FederationStore store;
    private final MemberReader reader;
    private final Cache<String, Known> kept = Caffeine.newBuilder()
            .maximumSize(MAX_CLUSTERS)
            .executor(Runnable::run)
            .build();

    Declarations(FederationStore store, MemberReader reader) {
        this.store = requireNonNull(store, "store is null");
        this.reader = requireNonNull(reader, "reader is null");
    }

    /** Returns the declarations of clusters by UUID. Those of clusters that were deleted meanwhile are absent. */
    Map<String, Declaration> of(List<ClusterSummary> clusters) {
        Map<StoredRelease, Optional<String>> plugins = new HashMap<>();
        Map<String, Declaration> found = new HashMap<>();
        List<String> stale = new ArrayList<>();
        for (ClusterSummary cluster : clusters) {
            String uuid = cluster.identity().uuid();
            Optional<String> plugin =
                    plugins.computeIfAbsent(cluster.release(), release -> reader.plugin(key(release)));
            Known known = kept.getIfPresent(uuid);
            if (plugin.isEmpty()) {
                found.put(uuid, Declaration.unknown(Unknown.NO_PLUGIN));
            } else if (known != null && known.isOf(cluster, plugin.get())) {
                found.put(uuid, known.declaration());
            } else {
                stale.add(uuid);
            }
        }
        store.records(stale, cluster -> found.put(cluster.uuid(), read(cluster, plugins)));
        return found;
    }

    private Declaration read(ClusterRecord cluster, Map<StoredRelease, Optional<String>> plugins) {
        Declaration declaration = read(cluster);
        // A cluster that is being upgraded can have another release meanwhile: the next request reads it again.
        String plugin =
                plugins.getOrDefault(cluster.release(), Optional.empty()).orElse("");
        kept.put(cluster.uuid(), new Known(cluster.revision(), cluster.release(), plugin, declaration));
        return declaration;
    }

    private Declaration read(ClusterRecord cluster) {
        try {
            return Declaration.of(
                    reader.member(key(cluster.release()), cluster.spec().value()));
        } catch (UnreadableTextException e) {
            LOG.warn("The routes of cluster {} are not known: {}", cluster.uuid(), e.getMessage());
            return Declaration.unknown(Unknown.DAMAGED);
        } catch (RuntimeException e) { // one unreadable file must not hide all others
            LOG.warn("The routes of cluster {} are not known", cluster.uuid(), e);
            return Declaration.unknown(Unknown.PLUGIN_FAILED);
        }
    }

    private static ReleaseKey key(StoredRelease release) {
        return new ReleaseKey(release.chartName(), release.chartVersion(), release.engine());
    }

    private record Known(int revision, StoredRelease release, String plugin, Declaration declaration) {

        boolean isOf(ClusterSummary cluster, String currentPlugin) {
            return revision == cluster.revision() && release.equals(cluster.release()) && plugin.equals(currentPlugin);
        }
    }
}
