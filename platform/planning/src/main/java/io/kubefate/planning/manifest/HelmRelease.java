package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Helm 3 release, by one of the records of its revisions: in the Secret {@code sh.helm.release.v1.<release>.v<revision>}, or in a
 * ConfigMap with {@code HELM_DRIVER=configmap}. Whoever has the records of a release can delete its objects, by their names.
 *
 * @param name the name of the release
 * @param objects the objects of the kinds that this service manages too, in the namespace of the release; empty if the record cannot be
 *     decoded
 */
public record HelmRelease(String name, List<ObjectRef> objects) {

    /** The kinds of records, all of {@code v1}. */
    public static final Set<String> RECORD_KINDS = HelmRecord.KINDS;

    private static final String NAME_ANNOTATION = "meta.helm.sh/release-name";
    private static final String NAMESPACE_ANNOTATION = "meta.helm.sh/release-namespace";

    public HelmRelease {
        requireNonNull(name, "name is null");
        objects = List.copyOf(objects);
    }

    /** Returns the name of the release that a live object belongs to by its annotation. */
    public static Optional<String> ownerOf(Manifest live) {
        return Optional.of(live.annotation(NAME_ANNOTATION)).filter(name -> !name.isEmpty());
    }

    /** Returns the object as Helm marks an object of a release. */
    public static Manifest mark(Manifest object, String release) {
        return object.withLabel(Ownership.MANAGED_BY, "Helm")
                .withAnnotation(NAME_ANNOTATION, release)
                .withAnnotation(NAMESPACE_ANNOTATION, object.ref().namespace());
    }

    /** Returns the labels that the records of all releases have. */
    public static Map<String, String> recordLabels() {
        return Map.of(HelmRecord.OWNER_LABEL, HelmRecord.HELM);
    }

    /** Returns the labels that the records of a release have. */
    public static Map<String, String> recordLabels(String release) {
        return Map.of(HelmRecord.OWNER_LABEL, HelmRecord.HELM, HelmRecord.NAME_LABEL, release);
    }

    /** Decodes the record of a release; empty if an object is no record. */
    public static Optional<HelmRelease> of(Manifest live) {
        return Optional.of(live)
                .filter(HelmRecord::isRecord)
                .map(record -> new HelmRelease(
                        record.label(HelmRecord.NAME_LABEL),
                        HelmRecord.of(record).map(HelmRecord::objects).orElse(List.of()).stream()
                                .map(Manifest::ref)
                                .toList()));
    }
}
