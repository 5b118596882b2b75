package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import java.util.List;

/**
 * What a plan leads to.
 *
 * @param revision the revision's number
 * @param objects its objects, marked as the cluster's, in the order of application
 */
public record Target(int revision, List<Manifest> objects) {

    public Target {
        objects = List.copyOf(requireNonNull(objects, "objects is null"));
    }

    /**
     * Marks the objects of a revision.
     *
     * @param owner the cluster
     * @param revision the revision's number
     * @param objects as they were rendered
     */
    public static Target of(Owner owner, int revision, List<Manifest> objects) {
        return new Target(revision, owner.mark(objects, revision));
    }
}
