package io.kubefate.server.engine.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.server.engine.Owner;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.server.kubernetes.ObjectRef;
import io.kubefate.server.store.JsonColumn;
import io.kubefate.server.store.RevisionRecord;
import java.util.List;
import java.util.Map;

/**
 * Where a plan leads to.
 *
 * @param revision the revision's number
 * @param objects its objects, marked, in the order of application
 */
public record Target(int revision, List<Manifest> objects) {

    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    /** Copies the list. */
    public Target {
        objects = List.copyOf(objects);
    }

    /**
     * A stored revision as a target.
     *
     * @param owner its cluster
     * @param revision as it was stored
     * @return the target; no plugin is needed
     */
    public static Target of(Owner owner, RevisionRecord revision) {
        return new Target(revision.number(), owner.mark(objects(revision), revision.number()));
    }

    /**
     * What revisions made, or were to make.
     *
     * @param revisions as they were stored
     * @return each object once
     */
    public static List<ObjectRef> inventory(List<RevisionRecord> revisions) {
        return revisions.stream()
                .flatMap(revision -> objects(revision).stream())
                .map(Manifest::ref)
                .distinct()
                .toList();
    }

    /**
     * The objects of a stored revision.
     *
     * @param revision as it was stored
     * @return its objects as they were rendered, in the order of application
     */
    public static List<Manifest> objects(RevisionRecord revision) {
        return JsonColumn.read(revision.manifests(), OBJECTS, List.of()).stream()
                .map(Manifest::new)
                .toList();
    }
}
