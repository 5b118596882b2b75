package io.kubefate.server.store.cluster;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.encryption.ConfidentialColumn;
import io.kubefate.server.store.row.JsonColumn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;

/**
 * A row of table {@code revision}: the desired state of a cluster, stored so that jobs, delete and rollback need no plugin.
 *
 * @param clusterUuid the cluster
 * @param number from 1
 * @param spec the cluster.yaml text
 * @param manifests the rendered objects in the order of application, as a JSON list
 * @param origin where the objects come from
 * @param creator the user's name
 * @param createdAt when it was accepted
 */
public record RevisionRecord(
        String clusterUuid,
        int number,
        Confidential<String> spec,
        Confidential<String> manifests,
        @Nested RevisionOrigin origin,
        String creator,
        Instant createdAt) {

    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    @JdbiConstructor
    public RevisionRecord {
        requireNonNull(clusterUuid, "clusterUuid is null");
        spec = spec.in(ConfidentialColumn.REVISION_SPEC.cell(clusterUuid, number));
        manifests = manifests.in(ConfidentialColumn.REVISION_MANIFESTS.cell(clusterUuid, number));
        requireNonNull(origin, "origin is null");
        requireNonNull(creator, "creator is null");
        requireNonNull(createdAt, "createdAt is null");
    }

    public RevisionRecord(
            String clusterUuid,
            int number,
            String spec,
            String manifests,
            RevisionOrigin origin,
            String creator,
            Instant createdAt) {
        this(clusterUuid, number, Confidential.of(spec), Confidential.of(manifests), origin, creator, createdAt);
    }

    public String plugin() {
        return origin.plugin();
    }

    public String chartVersion() {
        return origin.release().chartVersion();
    }

    public String engine() {
        return origin.release().engine();
    }

    /** Returns the objects as they were rendered, in the order of application. */
    public List<Manifest> objects() {
        return JsonColumn.read(manifests.value(), OBJECTS, List.of()).stream()
                .map(Manifest::new)
                .toList();
    }

    /** Returns what a plan for this revision leads to. */
    public Target target(Owner owner) {
        return Target.of(owner, number, objects());
    }

    /** Returns what the revisions made, or were to make. */
    public static Inventory inventory(List<RevisionRecord> revisions) {
        return Inventory.of(revisions.stream()
                .flatMap(revision -> revision.objects().stream())
                .toList());
    }

    /** Returns a new revision of the same cluster that repeats this one; it gets its number when it is stored. */
    public RevisionRecord repeatedBy(String user, Instant now) {
        return new RevisionRecord(clusterUuid, 0, spec.value(), manifests.value(), origin.repeated(number), user, now);
    }

    public RevisionRecord withNumber(int newNumber) {
        return new RevisionRecord(clusterUuid, newNumber, spec.value(), manifests.value(), origin, creator, createdAt);
    }
}
