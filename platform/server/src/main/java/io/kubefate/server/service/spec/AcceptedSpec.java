package io.kubefate.server.service.spec;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.server.store.cluster.ClusterIdentity;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionOrigin;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.cluster.StoredRelease;
import io.kubefate.server.store.row.JsonColumn;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A valid cluster.yaml and the objects that are rendered from it.
 *
 * @param text as the client sent it
 * @param plugin id and version of the plugin
 * @param objects the desired objects, without ownership labels, in the order of application
 */
public record AcceptedSpec(
        String text,
        ClusterSpec spec,
        ReleaseKey key,
        String plugin,
        List<Manifest> objects,
        List<LocatedProblem> warnings) {

    /**
     * Returns the revision to store; it contains everything that later operations need without the plugin.
     *
     * @param number from 1; 0 if it is assigned when the revision is stored
     * @param user the creator
     */
    public RevisionRecord revision(String clusterUuid, int number, String user, Instant now) {
        List<Map<String, Object>> manifests =
                objects.stream().map(Manifest::content).toList();
        return new RevisionRecord(
                clusterUuid,
                number,
                text,
                JsonColumn.write(manifests),
                new RevisionOrigin(plugin, release(), 0),
                user,
                now);
    }

    /** Returns it with one more warning, before the others. */
    AcceptedSpec with(LocatedProblem warning) {
        return new AcceptedSpec(
                text,
                spec,
                key,
                plugin,
                objects,
                Stream.concat(Stream.of(warning), warnings.stream()).toList());
    }

    StoredRelease release() {
        return new StoredRelease(key.chartName(), key.chartVersion(), key.engine());
    }

    /** Returns the row of a new cluster of this release. */
    public ClusterRecord cluster(Owner owner, Instant now) {
        return ClusterRecord.pending(
                new ClusterIdentity(owner.clusterId(), owner.name(), owner.namespace()), release(), text, now);
    }
}
