package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.PodTemplate;
import io.kubefate.spi.Annotations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds variables that change without effect: a database reads its first user, password and database only while its volume is empty, and a
 * claim keeps the old ones ({@link Annotations#INITIAL_VARIABLES}).
 *
 * @param live the live objects
 * @param earlier the objects of an earlier cluster that may have left claims
 */
record InitialVariables(Map<ObjectRef, Manifest> live, Map<ObjectRef, Manifest> earlier) {

    /** Returns a warning for each workload whose data in a claim keep a value that changes. */
    List<String> warnings(List<Change> changes) {
        Set<String> claims = claimsWithData(changes);
        return changes.stream()
                .filter(change -> !change.action().blocks())
                .flatMap(change -> change.wanted().flatMap(PodTemplate::of).stream())
                .flatMap(template -> warning(template, claims).stream())
                .toList();
    }

    private Set<String> claimsWithData(List<Change> changes) {
        Set<ObjectRef> deleted =
                changes.stream().filter(Change::deletesVolume).map(Change::ref).collect(Collectors.toSet());
        return live.values().stream()
                .filter(object -> object.ref().isClaim() && ClaimVolume.exists(object))
                .map(Manifest::ref)
                .filter(claim -> !deleted.contains(claim))
                .map(ObjectRef::name)
                .collect(Collectors.toSet());
    }

    private Optional<String> warning(PodTemplate wanted, Set<String> claims) {
        List<String> names = wanted.object().annotationNames(Annotations.INITIAL_VARIABLES);
        return names.isEmpty()
                ? Optional.empty()
                : wanted.dataClaims().stream()
                        .filter(claims::contains)
                        .findFirst()
                        .flatMap(claim -> warning(wanted, names, claim));
    }

    private Optional<String> warning(PodTemplate wanted, List<String> names, String claim) {
        ObjectRef ref = wanted.object().ref();
        Optional<PodTemplate> before = Optional.ofNullable(live.get(ref))
                .or(() -> Optional.ofNullable(earlier.get(ref)))
                .flatMap(PodTemplate::of);
        String remedy = wanted.object().annotation(Annotations.INITIAL_VARIABLES_REMEDY);
        if (before.isEmpty()) {
            return Optional.of(ref + ": claim " + claim + " has data of an earlier cluster, which keep the "
                    + String.join(", ", names) + " of that time. If they differ, " + remedy);
        }
        List<String> changed = names.stream()
                .filter(name -> !Objects.equals(before.get().variable(name), wanted.variable(name)))
                .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(ref + ": " + String.join(", ", changed) + " changes, but the data in claim " + claim
                        + " keep the old value; " + remedy);
    }
}
