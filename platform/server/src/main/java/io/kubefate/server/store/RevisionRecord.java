package io.kubefate.server.store;

import java.time.Instant;

/**
 * A row of table {@code revision}: what a cluster is to be, kept so that jobs, delete and rollback need no plugin.
 *
 * @param clusterUuid the cluster
 * @param number from 1
 * @param spec the cluster.yaml text
 * @param manifests the rendered objects in the order of application, as a JSON list
 * @param plugin id and version of the plugin that rendered them, {@code fate-1.5@3.0.0}
 * @param creator the user's name
 * @param createdAt when it was accepted
 * @param chartVersion the release that rendered them, for example {@code v1.5.0}
 * @param engine the engine of that release, for example {@code eggroll}
 * @param restored the revision that it repeats; 0 for one that was rendered
 */
public record RevisionRecord(
        String clusterUuid,
        int number,
        String spec,
        String manifests,
        String plugin,
        String creator,
        Instant createdAt,
        String chartVersion,
        String engine,
        int restored) {

    /** {@return the same under another number} */
    RevisionRecord withNumber(int newNumber) {
        return new RevisionRecord(
                clusterUuid, newNumber, spec, manifests, plugin, creator, createdAt, chartVersion, engine, restored);
    }
}
