package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of Helm releases that a plan replaces or adopts, as far as they are not desired. */
record ReleaseLeftovers(Planner planner) {

    /**
     * Returns what becomes of them.
     *
     * @param live with the records and objects of the releases
     */
    List<Change> of(List<Manifest> desired, List<Manifest> live) {
        Set<List<String>> wanted =
                desired.stream().map(object -> Planner.identity(object.ref())).collect(Collectors.toSet());
        List<Manifest> rest = live.stream()
                .filter(object -> !planner.owner().owns(object) && !wanted.contains(Planner.identity(object.ref())))
                .toList();
        return Stream.concat(replaced(rest).stream(), adopted(rest)).toList();
    }

    /** The records come first because they are removed last. */
    private List<Change> replaced(List<Manifest> rest) {
        if (!planner.options().contains(PlanOption.REPLACE_FOREIGN)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        Set<String> releases = new HashSet<>();
        for (Manifest object : rest) {
            HelmRelease.of(object).map(HelmRelease::name).ifPresent(release -> {
                releases.add(release);
                changes.add(Leftover.removed(object, "it is the record of Helm release " + release));
            });
        }
        rest.stream()
                .filter(object ->
                        HelmRelease.ownerOf(object).filter(releases::contains).isPresent())
                .map(this::leftOfReplaced)
                .forEach(changes::add);
        return changes;
    }

    private Change leftOfReplaced(Manifest object) {
        return object.ref().isClaim()
                ? Leftover.of(object, planner.options())
                : Leftover.removed(object, "it belongs to " + Owner.of(object));
    }

    /** The records stay until the job succeeds. */
    private Stream<Change> adopted(List<Manifest> rest) {
        return rest.stream().filter(planner::mayChange).map(object -> Leftover.of(object, planner.options()));
    }
}
