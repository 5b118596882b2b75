package io.kubefate.server.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    /** Returns the objects as they were rendered, in the order of application. */
    public List<Manifest> objects() {
        return JsonColumn.read(manifests, OBJECTS, List.of()).stream()
                .map(Manifest::new)
                .toList();
    }

    /** Returns what a plan for this revision leads to. */
    public Target target(Owner owner) {
        return Target.of(owner, number, objects());
    }

    /** Returns each object that the revisions made, or were to make, once. */
    public static List<ObjectRef> inventory(List<RevisionRecord> revisions) {
        return revisions.stream()
                .flatMap(revision -> revision.objects().stream())
                .map(Manifest::ref)
                .distinct()
                .toList();
    }

    /** Returns a new revision of the same cluster that repeats this one; it gets its number when it is stored. */
    public RevisionRecord repeatedBy(String user, Instant now) {
        return new RevisionRecord(clusterUuid, 0, spec, manifests, plugin, user, now, chartVersion, engine, number);
    }

    /** {@return the same under another number} */
    RevisionRecord withNumber(int newNumber) {
        return new RevisionRecord(
                clusterUuid, newNumber, spec, manifests, plugin, creator, createdAt, chartVersion, engine, restored);
    }
}
