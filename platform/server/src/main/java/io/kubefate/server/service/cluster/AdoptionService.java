package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.AdoptableRelease;
import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.HelmRecord;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.spec.AcceptedSpec;
import io.kubefate.server.service.spec.ReleaseFiles;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.service.spec.SpecProblems;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.RevisionRecord;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adopts clusters that the original KubeFATE installed with Helm: takes over their objects and data, and removes the Helm release. */
public final class AdoptionService {

    private static final int FIRST_REVISION = 1;

    private final ClusterStore clusters;
    private final AdoptableReleases releases;
    private final ReleaseFiles files;
    private final SpecIntake specs;
    private final ClusterPlanner planner;
    private final JobIntake intake;

    public AdoptionService(
            ClusterStore clusters,
            AdoptableReleases releases,
            ReleaseFiles files,
            SpecIntake specs,
            ClusterPlanner planner,
            JobIntake intake) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.releases = requireNonNull(releases, "releases is null");
        this.files = requireNonNull(files, "files is null");
        this.specs = requireNonNull(specs, "specs is null");
        this.planner = requireNonNull(planner, "planner is null");
        this.intake = requireNonNull(intake, "intake is null");
    }

    /** Lists the Helm releases in these namespaces that can be adopted, or the reasons why not. */
    public List<AdoptableRelease> list(Namespaces namespaces) {
        return releases.list(namespaces).stream()
                .filter(release -> !isManaged(release.name(), release.namespace()))
                .map(release ->
                        storedFile(release.name(), release.namespace()).isPresent() ? release.withFile() : release)
                .toList();
    }

    private boolean isManaged(String name, String namespace) {
        return clusters.findByName(name, namespace)
                .filter(cluster -> !isUnadopted(cluster))
                .isPresent();
    }

    /**
     * Returns the namespace of a request, or of its cluster.yaml.
     *
     * @throws KubefateException {@code INVALID_REQUEST} if it has none, else as {@link SpecIntake#namespace}
     */
    public String namespace(ClusterArgs args) {
        return hasFile(args) ? specs.namespace(args) : required("namespace", args.namespace());
    }

    /**
     * Plans an adoption. Changes nothing.
     *
     * @param args the name and namespace of the release; with data, the cluster.yaml to use in place of the derived one
     * @return the plan and the warnings
     * @throws KubefateException as {@link #adopt}, except for what the plan itself shows
     */
    public PlannedCluster plan(ClusterArgs args) {
        AcceptedSpec checked = check(args);
        PlanRequest request = request(checked, args, false);
        return new PlannedCluster(PlanAnswer.of(planner.review(request)), SpecProblems.of(checked.warnings()));
    }

    /**
     * Accepts an adoption.
     *
     * @param args the name and namespace of the release; with data, the cluster.yaml to use in place of the derived one
     * @return the new job and the warnings; of a repeated request, those of the first
     * @throws KubefateException {@code INVALID_REQUEST}, {@code INVALID_SPEC}, {@code UNKNOWN_RELEASE}, {@code PLUGIN_FAILED}, {@code
     *     UNKNOWN_CLUSTER} if there is no such release, {@code WRONG_STATE} if it cannot be adopted, {@code ALREADY_EXISTS}, {@code
     *     JOB_ACTIVE}, {@code OWNED_BY_ANOTHER}, {@code PLAN_REFUSED}, {@code IDEMPOTENCY_KEY_REUSED}, or a failure of Kubernetes or the
     *     database; nothing is stored then
     */
    public AcceptedChange adopt(ClusterArgs args, Submission submission) {
        return intake.once(submission, change -> change, () -> accept(args, submission));
    }

    private AcceptedChange accept(ClusterArgs args, Submission submission) {
        AcceptedSpec checked = check(args);
        PlanRequest request = request(checked, args, submission.force());
        request.cluster().ifPresent(cluster -> clusters.requests().refuse(cluster, submission.conditions()));
        RevisionRecord revision =
                checked.revision(request.owner().clusterId(), FIRST_REVISION, submission.user(), intake.now());
        return intake.accept(
                request,
                checked.cluster(request.owner(), revision.createdAt()),
                revision,
                shown(checked, args),
                submission.conditions(),
                checked.warnings());
    }

    private AcceptedSpec check(ClusterArgs args) {
        String name = required("name", args.name());
        String namespace = namespace(args);
        HelmRecord release = releases.require(name, namespace);
        AcceptedSpec checked =
                hasFile(args) ? specs.check(args) : files.of(release, namespace, storedFile(name, namespace));
        if (!checked.key().chartName().equals(release.chartName())
                || !checked.key().chartVersion().equals(release.chartVersion())) {
            throw KubefateException.invalid(
                    "Helm release " + name + " has chart " + release.chartName() + " " + release.chartVersion()
                            + ", but the cluster.yaml has " + checked.key()
                            + "; adopt the cluster with its chart, then update it");
        }
        rejectOtherNamespace(checked, release, namespace);
        return checked;
    }

    /** The permission was checked for the namespace of the release; an imported file can have another one. */
    private static void rejectOtherNamespace(AcceptedSpec checked, HelmRecord release, String namespace) {
        if (!checked.spec().namespace().equals(namespace)) {
            throw KubefateException.invalid("Helm release " + release.name() + " is in namespace " + namespace
                    + ", but its cluster.yaml has " + checked.spec().namespace()
                    + "; give a file with the namespace of the release: -f cluster.yaml");
        }
    }

    /** The file of an imported cluster, or of an adoption that failed. */
    private Optional<String> storedFile(String name, String namespace) {
        return clusters.findByName(name, namespace)
                .filter(AdoptionService::isUnadopted)
                .map(cluster -> cluster.spec().value());
    }

    private PlanRequest request(AcceptedSpec checked, ClusterArgs args, boolean force) {
        Optional<ClusterRecord> known =
                clusters.findByName(checked.spec().name(), checked.spec().namespace());
        known.filter(cluster -> !isUnadopted(cluster)).ifPresent(AdoptionService::rejectManaged);
        Owner owner = known.map(ClusterRecord::owner)
                .orElseGet(() -> new Owner(
                        UUID.randomUUID().toString(),
                        checked.spec().name(),
                        checked.spec().namespace()));
        DesiredState desired = new DesiredState(
                List.of(), checked.objects(), List.of(), List.of(checked.spec().values()));
        return new PlanRequest(Operation.ADOPT, owner, known, desired, options(args, force));
    }

    private static Set<PlanOption> options(ClusterArgs args, boolean force) {
        return PlanOptions.builder()
                .with(PlanOption.ADOPT, true)
                .with(PlanOption.RECREATE, args.recreate())
                .with(PlanOption.ACCEPT_DATA_LOSS, args.acceptDataLoss())
                .with(PlanOption.FORCE, force)
                .build();
    }

    /** A cluster of the original's database, or one whose adoption failed: it keeps its id. */
    private static boolean isUnadopted(ClusterRecord cluster) {
        return cluster.revision() == 0
                && (cluster.status() == ClusterStatus.Pending || cluster.status() == ClusterStatus.Failed);
    }

    private static void rejectManaged(ClusterRecord cluster) {
        throw new KubefateException(
                ErrorCode.ALREADY_EXISTS,
                "name=" + cluster.name() + " & namespace=" + cluster.namespace() + " Cluster already existed: uuid "
                        + cluster.uuid() + ", status " + cluster.status()
                        + "; only a cluster that KubeFATE does not manage yet can be adopted");
    }

    private static boolean hasFile(ClusterArgs args) {
        return args.data() != null && !args.data().isEmpty();
    }

    private static String required(String key, @Nullable String value) {
        return Optional.ofNullable(value)
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> KubefateException.invalid(key + " is required: that of the Helm release"));
    }

    /** Existing clients expect the arguments of a job; they see an adoption as an install with the file. */
    private static ClusterArgs shown(AcceptedSpec checked, ClusterArgs args) {
        return ClusterArgs.builder()
                .name(checked.spec().name())
                .namespace(checked.spec().namespace())
                .chartName(checked.key().chartName())
                .chartVersion(checked.key().chartVersion())
                .data(Base64.getEncoder().encodeToString(checked.text().getBytes(StandardCharsets.UTF_8)))
                .timeLimit(args.timeLimit())
                .recreate(args.recreate())
                .acceptDataLoss(args.acceptDataLoss())
                .build();
    }
}
