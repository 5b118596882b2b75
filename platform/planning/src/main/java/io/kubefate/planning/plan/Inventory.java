package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.manifest.TemplateClaims;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cluster may have in Kubernetes.
 *
 * @param refs the objects of its revisions, in the order of application
 * @param claims what its StatefulSets make besides
 */
public record Inventory(List<ObjectRef> refs, List<TemplateClaims> claims) {

    public static final Inventory NONE = new Inventory(List.of(), List.of());

    public Inventory {
        refs = List.copyOf(refs);
        claims = List.copyOf(claims);
    }

    /** Returns the inventory of the objects of revisions. */
    public static Inventory of(List<Manifest> objects) {
        return new Inventory(
                objects.stream().map(Manifest::ref).distinct().toList(),
                TemplateClaims.of(objects).stream().distinct().toList());
    }

    /** Returns the same inventory with more objects. */
    public Inventory with(List<ObjectRef> more) {
        return new Inventory(
                Stream.concat(refs.stream(), more.stream()).distinct().toList(), claims);
    }

    /** Returns the claims of the inventory. */
    public Inventory onlyClaims() {
        return new Inventory(refs.stream().filter(ObjectRef::isClaim).toList(), claims);
    }

    /**
     * Returns the claims that StatefulSets of the cluster have made, each with the module of its StatefulSet. A claim that carries the mark
     * of an owner is what the mark says, and so not among them. Nor are the claims of a StatefulSet that belongs to somebody else by now.
     *
     * @param live the live claims, and the live ones among the StatefulSets
     * @param own whether a live object belongs to the cluster
     */
    public List<Manifest> made(List<Manifest> live, Predicate<Manifest> own) {
        Set<ObjectRef> foreign =
                live.stream().filter(own.negate()).map(Manifest::ref).collect(Collectors.toSet());
        List<TemplateClaims> makers = claims.stream()
                .filter(maker -> !foreign.contains(maker.statefulSet().ref()))
                .toList();
        return live.stream()
                .filter(claim -> claim.ref().isClaim() && !isMarked(claim))
                .flatMap(claim -> makers.stream()
                        .filter(maker -> maker.made(claim))
                        .limit(1)
                        .map(maker -> claim.withLabel(
                                Ownership.MODULE, maker.statefulSet().label(Ownership.MODULE))))
                .toList();
    }

    private static boolean isMarked(Manifest claim) {
        return !claim.label(Ownership.CLUSTER).isEmpty()
                || !claim.annotation(Ownership.OWNER).isEmpty()
                || HelmRelease.ownerOf(claim).isPresent();
    }
}
