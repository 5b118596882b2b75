package io.kubefate.server.engine.plan;

import static java.util.stream.Collectors.toMap;

import io.kubefate.server.engine.Owner;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.server.kubernetes.ObjectRef;
import io.kubefate.server.spec.SpecReader;
import io.kubefate.server.store.ClusterRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In what the live objects of a cluster differ from its revision: fields that are missing or have another value, fields that
 * somebody has added, objects that are gone.
 *
 * @param revision the revision's number
 * @param plan what would put it back
 */
public record Drift(int revision, Plan plan) {

    /**
     * Compares.
     *
     * @param kubernetes whom to ask
     * @param cluster the cluster; the passwords of its cluster.yaml are hidden
     * @param target its revision
     * @return the drift
     * @throws KubernetesException if Kubernetes does not answer
     */
    public static Drift of(Kubernetes kubernetes, ClusterRecord cluster, Target target) {
        Mask mask = Mask.of(List.of(new SpecReader().read(cluster.spec()).spec().values()));
        Look look = Look.andTryWhatDiffers(kubernetes, target.objects());
        Map<ObjectRef, Manifest> live = look.live().stream().collect(toMap(Manifest::ref, object -> object));
        Plan plan = new Planning(Owner.of(cluster), false, false, mask).plan(target.objects(), List.of(), look);
        return new Drift(
                target.revision(),
                new Plan(plan.changes().stream()
                        .map(change -> explained(change, Optional.ofNullable(live.get(change.ref()))))
                        .toList()));
    }

    /** {@return what differs, in the order of application; empty if nothing does} */
    public List<Change> changes() {
        return plan.changes().stream()
                .filter(change -> change.action() != Change.Action.UNCHANGED)
                .toList();
    }

    /** {@return the same without the objects that do not differ: what is worth remembering} */
    public Drift compact() {
        return new Drift(revision, new Plan(changes()));
    }

    private static Change explained(Change change, Optional<Manifest> live) {
        return switch (change.action()) {
            case CREATE -> change.withNote("it is not there");
            case UPDATE, RESTART ->
                live.flatMap(LastWriter::of)
                        .map(writer -> change.withNote("written by " + writer))
                        .orElse(change);
            case REPLACE, REMOVE, KEEP, UNCHANGED, CONFLICT, REFUSED -> change;
        };
    }
}
