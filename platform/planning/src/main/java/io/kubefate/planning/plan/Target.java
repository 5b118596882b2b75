package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import java.util.List;

/**
 * The desired state that a plan leads to.
 *
 * @param revision the revision's number
 * @param objects the objects, labeled as the cluster's, in the order of application
 */
public record Target(int revision, List<Manifest> objects) {

    public Target {
        objects = List.copyOf(requireNonNull(objects, "objects is null"));
    }

    /**
     * Labels the objects of a revision.
     *
     * @param owner the cluster
     * @param revision the revision's number
     * @param objects the rendered objects
     */
    public static Target of(Owner owner, int revision, List<Manifest> objects) {
        return new Target(revision, owner.mark(objects, revision));
    }
}
