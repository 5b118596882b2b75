package io.kubefate.server.service.spec;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.server.store.ClusterIdentity;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.JsonColumn;
import io.kubefate.server.store.RevisionOrigin;
import io.kubefate.server.store.RevisionRecord;
import io.kubefate.server.store.StoredRelease;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A cluster.yaml without errors, and what comes of it.
 *
 * @param text as the client sent it
 * @param spec its content
 * @param key the release that serves it
 * @param plugin id and version of the plugin
 * @param objects the wanted objects, not marked yet, in the order of application
 * @param warnings what is doubtful in it
 */
public record AcceptedSpec(
        String text,
        ClusterSpec spec,
        ReleaseKey key,
        String plugin,
        List<Manifest> objects,
        List<LocatedProblem> warnings) {

    /**
     * The row of the revision that wants this.
     *
     * @param clusterUuid whose revision
     * @param number from 1; 0 if it is given when it is stored
     * @param user who asks
     * @param now the time
     * @return what is stored, so that nobody needs the plugin again
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

    StoredRelease release() {
        return new StoredRelease(key.chartName(), key.chartVersion(), key.engine());
    }

    /** Returns the row of a new cluster of this release. */
    public ClusterRecord cluster(Owner owner, Instant now) {
        return ClusterRecord.pending(
                new ClusterIdentity(owner.clusterId(), owner.name(), owner.namespace()), release(), text, now);
    }
}
