package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.spi.UpgradePath;
import java.util.List;

/** What has to run before a cluster gets its new release. */
public final class UpgradeSteps {

    private final ClusterStore clusters;
    private final SpecIntake specs;

    /**
     * Steps of clusters.
     *
     * @param clusters where clusters are
     * @param specs asks the plugins
     */
    public UpgradeSteps(ClusterStore clusters, SpecIntake specs) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.specs = requireNonNull(specs, "specs is null");
    }

    /**
     * The steps from what a cluster has to what its new file wants.
     *
     * @param cluster the cluster as it is
     * @param checked the new file
     * @return Jobs, not marked yet, in the order in which they run; empty if it is the same release, or nothing is to be done first
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
     * The steps that a file would need, as far as they can be known: from what the cluster of its name has.
     *
     * @param checked the file
     * @return Jobs; empty if there is no such cluster, or it cannot get there
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
