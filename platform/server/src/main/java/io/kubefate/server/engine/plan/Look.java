package io.kubefate.server.engine.plan;

import static java.util.stream.Collectors.toMap;

import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.server.kubernetes.ObjectRef;
import io.kubefate.server.kubernetes.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Kubernetes has, and what it says to what is wanted.
 *
 * @param live the objects that exist, of those that are wanted and those that were
 * @param trials the dry run of each wanted object; of none before there is a namespace, or if it was not asked for
 */
public record Look(List<Manifest> live, Map<ObjectRef, Trial> trials) {

    /** Copies list and map. */
    public Look {
        live = List.copyOf(live);
        trials = Map.copyOf(trials);
    }

    /**
     * Looks without a dry run.
     *
     * @param kubernetes whom to ask
     * @param desired the wanted objects
     * @param inventory the objects that earlier revisions made
     * @return what is there of both
     */
    public static Look at(Kubernetes kubernetes, List<Manifest> desired, List<ObjectRef> inventory) {
        List<ObjectRef> all =
                new ArrayList<>(desired.stream().map(Manifest::ref).toList());
        all.addAll(inventory);
        return new Look(kubernetes.find(all.stream().distinct().toList()), Map.of());
    }

    /**
     * Looks and tries.
     *
     * @param kubernetes whom to ask
     * @param desired the wanted objects
     * @param inventory the objects that earlier revisions made
     * @return what is there of both, and what would come of the wanted ones
     */
    public static Look andTry(Kubernetes kubernetes, List<Manifest> desired, List<ObjectRef> inventory) {
        return new Look(at(kubernetes, desired, inventory).live(), kubernetes.tryApply(desired));
    }

    /**
     * Looks, and tries what is not as it is to be: for those who expect to find nothing.
     *
     * @param kubernetes whom to ask
     * @param desired the wanted objects
     * @return what is there of them, and what would come of them
     */
    public static Look andTryWhatDiffers(Kubernetes kubernetes, List<Manifest> desired) {
        List<Manifest> live = at(kubernetes, desired, List.of()).live();
        Map<ObjectRef, Manifest> found = live.stream().collect(toMap(Manifest::ref, object -> object));
        Map<ObjectRef, Trial> trials = new HashMap<>();
        List<Manifest> different = new ArrayList<>();
        for (Manifest wanted : desired) {
            Optional<Manifest> right =
                    Optional.ofNullable(found.get(wanted.ref())).filter(object -> Coverage.covers(object, wanted));
            right.ifPresentOrElse(
                    object -> trials.put(wanted.ref(), new Trial.Accepted(object)), () -> different.add(wanted));
        }
        trials.putAll(kubernetes.tryApply(different));
        return new Look(live, trials);
    }
}
