package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.ApplyOrder;
import io.kubefate.planning.manifest.HelmRecord;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.manifest.PodTemplate;
import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.spi.Annotations;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives the cluster.yaml and the objects of clusters from Helm releases. */
public final class ReleaseFiles {

    /** In place of a plugin: the objects of a revision are those of the Helm release. */
    private static final String HELM = "helm";

    /** In place of an engine: only a plugin knows the engine of a release. */
    private static final String NO_ENGINE = "";

    private final Releases releases;
    private final SpecIntake specs;

    public ReleaseFiles(SpecIntake specs) {
        this.specs = requireNonNull(specs, "specs is null");
        this.releases = specs.releases();
    }

    /** Returns whether a plugin serves the chart of a release, so that it renders the objects. */
    public boolean isServed(HelmRecord release) {
        return served(release).isPresent();
    }

    /** Returns whether the plugin that serves the chart of a release cannot derive the cluster.yaml. */
    public boolean needsFile(HelmRecord release) {
        return served(release).filter(key -> values(key, release).isEmpty()).isPresent();
    }

    /**
     * Returns the cluster.yaml and the objects of a release: rendered by the plugin that serves its chart, or, without a plugin, those of
     * the release as they are.
     *
     * @param stored the cluster.yaml that the service has of the cluster; used if the plugin cannot derive one
     * @throws KubefateException {@code INVALID_SPEC} if the cluster.yaml has errors, {@code INVALID_REQUEST} if there is none
     */
    public AcceptedSpec of(HelmRecord release, String namespace, Optional<String> stored) {
        Optional<ReleaseKey> served = served(release);
        if (served.isEmpty()) {
            return unchanged(release, namespace);
        }
        Map<String, Object> derived = values(served.get(), release);
        return derived.isEmpty()
                ? specs.check(stored.orElseThrow(() -> noFile(release))).with(storedWarning())
                : rendered(release, text(release, namespace, derived));
    }

    private Optional<ReleaseKey> served(HelmRecord release) {
        return releases.keys().stream()
                .filter(key -> key.chartName().equals(release.chartName())
                        && key.chartVersion().equals(release.chartVersion()))
                .findFirst();
    }

    /** The distributions of all engines of a chart version derive the same, because the file selects the engine. */
    private Map<String, Object> values(ReleaseKey key, HelmRecord release) {
        try (ServedRelease served = releases.find(key)) {
            return served.renderer().distribution().specOf(release.values());
        }
    }

    private static KubefateException noFile(HelmRecord release) {
        return KubefateException.invalid("the plugin of " + chart(release)
                + " cannot derive the cluster.yaml from Helm release " + release.name()
                + "; give the file from which the cluster was installed: -f cluster.yaml. If it is lost, \"kubefate cluster"
                + " describe\" of the original prints it as Spec");
    }

    private static LocatedProblem storedWarning() {
        return LocatedProblem.warning(
                "", "the cluster.yaml cannot be derived from the Helm release; the one that was imported is used");
    }

    private AcceptedSpec rendered(HelmRecord release, String text) {
        try {
            return specs.check(text);
        } catch (InvalidSpecException e) {
            LocatedProblem derived = LocatedProblem.error(
                    "",
                    0,
                    "the cluster.yaml that was derived from Helm release " + release.name()
                            + " is invalid; adopt it with the file from which it was installed (-f cluster.yaml)");
            throw new InvalidSpecException(
                    Stream.concat(Stream.of(derived), e.problems().stream()).toList());
        }
    }

    private AcceptedSpec unchanged(HelmRecord release, String namespace) {
        List<Manifest> objects = release.objects().stream()
                .map(ReleaseFiles::described)
                .sorted(Comparator.comparingInt(object -> ApplyOrder.rank(object.kind())))
                .toList();
        ReleaseKey key = new ReleaseKey(release.chartName(), release.chartVersion(), NO_ENGINE);
        String text = text(release, namespace, release.values());
        ClusterSpec spec = specs.read(text);
        return new AcceptedSpec(text, spec, key, HELM, objects, warnings(release));
    }

    /** What only a plugin knows is assumed: each workload is a module, and the data in all its temporary volumes matter. */
    private static Manifest described(Manifest object) {
        return PodTemplate.of(object)
                .map(template -> object.withLabel(Ownership.MODULE, object.ref().name())
                        .withAnnotation(Annotations.DATA_VOLUMES, String.join(",", template.temporaryVolumes())))
                .orElse(object);
    }

    private static List<LocatedProblem> warnings(HelmRecord release) {
        LocatedProblem unserved = LocatedProblem.warning(
                "chartVersion",
                "no plugin serves " + chart(release)
                        + ": the objects of the Helm release are adopted as they are; the cluster can be described,"
                        + " watched, reconciled and deleted, but updated only after such a plugin is installed");
        List<String> others = release.others().stream().map(ObjectRef::toString).toList();
        return others.isEmpty()
                ? List.of(unserved)
                : List.of(
                        unserved,
                        LocatedProblem.warning(
                                "",
                                "these objects of the Helm release are not managed, and stay if the cluster is deleted: "
                                        + String.join(", ", others)));
    }

    private static String chart(HelmRecord release) {
        return release.chartName() + " " + release.chartVersion();
    }

    private static String text(HelmRecord release, String namespace, Map<String, Object> values) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", release.name());
        content.put("namespace", namespace);
        content.put("chartName", release.chartName());
        content.put("chartVersion", release.chartVersion());
        values.forEach(content::putIfAbsent);
        return ManifestWriter.yaml(List.of(new Manifest(content)));
    }
}
