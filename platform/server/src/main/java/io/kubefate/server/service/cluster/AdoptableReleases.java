package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.AdoptableRelease;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.HelmRecord;
import io.kubefate.server.engine.HelmRecords;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.NamespaceView;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.spec.ReleaseFiles;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the Helm releases that the original KubeFATE installed. */
public final class AdoptableReleases {

    private final Kubernetes kubernetes;
    private final HelmRecords records;
    private final ReleaseFiles files;

    public AdoptableReleases(Kubernetes kubernetes, ReleaseFiles files) {
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
        this.records = new HelmRecords(kubernetes);
        this.files = requireNonNull(files, "files is null");
    }

    /** Lists them by namespace and name, also those that cannot be adopted, with the reason. */
    List<AdoptableRelease> list(Namespaces namespaces) {
        return names(namespaces)
                .sorted()
                .flatMap(namespace -> byName(records.all(namespace)).stream()
                        .flatMap(revisions -> answer(namespace, revisions).stream()))
                .toList();
    }

    /** A user without all namespaces needs no permission of the service to list them. */
    private Stream<String> names(Namespaces namespaces) {
        return namespaces
                .restriction()
                .map(Collection::stream)
                .orElseGet(() -> kubernetes.namespaces().stream().map(NamespaceView::name));
    }

    private static Collection<List<HelmRecord>> byName(List<HelmRecord> revisions) {
        return revisions.stream()
                .collect(Collectors.groupingBy(HelmRecord::name, TreeMap::new, Collectors.toList()))
                .values();
    }

    private Optional<AdoptableRelease> answer(String namespace, List<HelmRecord> revisions) {
        HelmRecord newest = revisions.get(revisions.size() - 1);
        HelmRecord shown = HelmRecords.deployed(revisions).orElse(newest);
        return isOfKubefate(shown)
                ? Optional.of(new AdoptableRelease(
                        shown.name(),
                        namespace,
                        shown.chartName(),
                        shown.chartVersion(),
                        shown.revision(),
                        newest.status(),
                        shown.deployedAt(),
                        files.isServed(shown),
                        files.needsFile(shown),
                        obstacle(revisions).orElse("")))
                : Optional.empty();
    }

    /**
     * Returns the deployed revision of a release.
     *
     * @throws KubefateException {@code UNKNOWN_CLUSTER} if there is no such release, {@code WRONG_STATE} if it cannot be adopted
     */
    HelmRecord require(String name, String namespace) {
        List<HelmRecord> revisions = records.revisions(namespace, name);
        if (revisions.isEmpty()) {
            throw new KubefateException(
                    ErrorCode.UNKNOWN_CLUSTER,
                    "namespace " + namespace + " has no Helm release " + name
                            + "; list the releases with \"kubefate cluster adopt --list\"");
        }
        obstacle(revisions).ifPresent(reason -> {
            throw new KubefateException(
                    ErrorCode.WRONG_STATE, "Helm release " + name + " cannot be adopted: " + reason);
        });
        return HelmRecords.deployed(revisions).orElseThrow();
    }

    private static Optional<String> obstacle(List<HelmRecord> revisions) {
        HelmRecord newest = revisions.get(revisions.size() - 1);
        if (newest.isPending()) {
            return Optional.of("its revision " + newest.revision() + " is " + newest.status()
                    + "; wait until Helm has finished, or roll it back with Helm");
        }
        Optional<HelmRecord> deployed = HelmRecords.deployed(revisions);
        if (deployed.isEmpty()) {
            return Optional.of("it has no deployed revision, the newest is " + newest.status()
                    + "; roll it back or uninstall it with Helm");
        }
        return isOfKubefate(deployed.get())
                ? Optional.empty()
                : Optional.of(
                        "the original KubeFATE did not install it: no object has the label name=" + newest.name());
    }

    /** By this label, the original finds the pods, Services and Ingresses of a cluster. */
    private static boolean isOfKubefate(HelmRecord release) {
        return release.objects().stream()
                .anyMatch(object -> object.label("name").equals(release.name()));
    }
}
