package io.kubefate.server.engine;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.HelmRecord;
import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.server.kubernetes.ObjectClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the records of Helm releases. */
public final class HelmRecords {

    private final ObjectClient objects;

    public HelmRecords(ObjectClient objects) {
        this.objects = requireNonNull(objects, "objects is null");
    }

    /** Returns the records of all revisions of a release; empty if there is no such release. */
    public List<Manifest> of(String namespace, String release) {
        return select(namespace, HelmRelease.recordLabels(release));
    }

    /** Returns the records of all releases in a namespace that can be decoded, the newest revision of a release last. */
    public List<HelmRecord> all(String namespace) {
        return decoded(select(namespace, HelmRelease.recordLabels()));
    }

    /** Returns the records of a release that can be decoded, the newest revision last. */
    public List<HelmRecord> revisions(String namespace, String release) {
        return decoded(of(namespace, release));
    }

    /** Returns the revision of a release that Helm deployed last; empty if there is none. */
    public Optional<HelmRecord> deployed(String namespace, String release) {
        return deployed(revisions(namespace, release));
    }

    /** Returns the deployed one of the revisions of a release, of which the newest is last. */
    public static Optional<HelmRecord> deployed(List<HelmRecord> revisions) {
        return revisions.stream().filter(HelmRecord::isDeployed).reduce((older, newer) -> newer);
    }

    private static List<HelmRecord> decoded(List<Manifest> records) {
        return records.stream()
                .flatMap(record -> HelmRecord.of(record).stream())
                .sorted(comparingInt(HelmRecord::revision))
                .toList();
    }

    private List<Manifest> select(String namespace, Map<String, String> labels) {
        return HelmRelease.RECORD_KINDS.stream()
                .flatMap(kind -> objects.select(namespace, "v1", kind, labels).stream())
                .toList();
    }
}
