package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.List;

/** Renders the steps that run before a cluster gets its new release. */
public final class UpgradeSteps {

    private final ClusterStore clusters;
    private final SpecIntake specs;

    public UpgradeSteps(ClusterStore clusters, SpecIntake specs) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.specs = requireNonNull(specs, "specs is null");
    }

    /**
     * Validates and renders the cluster.yaml of a request. If that fails, because no plugin serves the release or the file does not suit it,
     * and the cluster cannot change to the release at all, this is reported instead.
     *
     * @throws KubefateException {@code UPGRADE_REFUSED}, else as {@link SpecIntake#check(ClusterArgs)}
     */
    public AcceptedSpec check(ClusterArgs args) {
        try {
            return specs.check(args);
        } catch (KubefateException e) {
            if (e.code() != ErrorCode.UNKNOWN_RELEASE && e.code() != ErrorCode.INVALID_SPEC) {
                throw e;
            }
            throw refusal(specs.read(args), e);
        }
    }

    private KubefateException refusal(ClusterSpec spec, KubefateException failure) {
        UpgradePath unknown = failure.code() == ErrorCode.UNKNOWN_RELEASE
                ? new UpgradePath.Refused(failure.getMessage())
                : new UpgradePath.Allowed(List.of());
        return clusters.findByName(text(spec, "name"), text(spec, "namespace"))
                .map(cluster -> new ReleaseChange(
                                cluster,
                                new ReleaseKey(text(spec, "chartName"), text(spec, "chartVersion"), cluster.engine()))
                        .path((from, to) -> unknown))
                .filter(path -> !path.equals(unknown) && path instanceof UpgradePath.Refused)
                .map(path -> ((UpgradePath.Refused) path).reason())
                .map(reason -> new KubefateException(ErrorCode.UPGRADE_REFUSED, reason))
                .orElse(failure);
    }

    private static String text(ClusterSpec spec, String key) {
        return spec.text(key).orElse("");
    }

    /**
     * Returns the steps from the current release of a cluster to that of its new file.
     *
     * @return Jobs and claims without ownership labels, in the order in which they run; empty if the release stays the same or needs no steps
     * @throws KubefateException {@code UPGRADE_REFUSED} with the reason, {@code PLUGIN_FAILED}
     */
    public List<Manifest> of(ClusterRecord cluster, AcceptedSpec checked) {
        UpgradePath path = path(cluster, checked);
        if (path instanceof UpgradePath.Refused refusal) {
            throw new KubefateException(ErrorCode.UPGRADE_REFUSED, refusal.reason());
        }
        return render(path, checked);
    }

    /**
     * Returns the steps that a file needs if a cluster of its name exists.
     *
     * @return Jobs; empty if there is no such cluster, or the upgrade is not possible
     * @throws KubefateException {@code PLUGIN_FAILED}
     */
    public List<Manifest> known(AcceptedSpec checked) {
        return clusters.findByName(checked.spec().name(), checked.spec().namespace())
                .map(cluster -> render(path(cluster, checked), checked))
                .orElse(List.of());
    }

    private UpgradePath path(ClusterRecord cluster, AcceptedSpec checked) {
        return new ReleaseChange(cluster, checked.key()).path(specs::upgrade);
    }

    private List<Manifest> render(UpgradePath path, AcceptedSpec checked) {
        return path instanceof UpgradePath.Allowed allowed
                        && !allowed.templates().isEmpty()
                ? specs.steps(checked, allowed.templates())
                : List.of();
    }
}
