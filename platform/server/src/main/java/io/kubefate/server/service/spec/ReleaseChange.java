package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.Arrays;
import java.util.List;

/** Decides whether a cluster can change to the release that its new file selects. The first refusals keep the wording of KubeFATE. */
final class ReleaseChange {

    private static final UpgradePath NOTHING_TO_DO = new UpgradePath.Allowed(List.of());
    private static final int[] LAST_FIXED_FATE = {1, 7, 1};

    private final ReleaseKey from;
    private final ReleaseKey to;

    ReleaseChange(ClusterRecord cluster, ReleaseKey to) {
        this.from = new ReleaseKey(cluster.chartName(), cluster.chartVersion(), cluster.engine());
        this.to = requireNonNull(to, "to is null");
    }

    /** Asks a plugin for the upgrade path between two releases. */
    @FunctionalInterface
    interface Question {

        UpgradePath path(ReleaseKey from, ReleaseKey to);
    }

    /**
     * Returns the upgrade path to the release.
     *
     * @param plugin asked only if chart and engine stay the same and the version increases
     * @return refused, or allowed with the steps to run first
     */
    UpgradePath path(Question plugin) {
        if (from.equals(to) || from.equals(withoutEngine(to))) {
            return NOTHING_TO_DO;
        }
        if (!from.chartName().equals(to.chartName())) {
            return new UpgradePath.Refused("doesn't support upgrade between different charts");
        }
        if (isDowngrade()) {
            return new UpgradePath.Refused("using kubefate to downgrade a cluster is not supported yet");
        }
        if (!from.engine().isEmpty() && !from.engine().equalsIgnoreCase(to.engine())) {
            return new UpgradePath.Refused("the engine of a cluster cannot be changed, from " + from.engine() + " to "
                    + to.engine() + ": its data cannot be migrated; install another cluster with the new engine");
        }
        UpgradePath path = plugin.path(from, to);
        return path instanceof UpgradePath.Refused refused && isFixed()
                ? new UpgradePath.Refused(
                        "upgrade from FATE version <= 1.7.1 is not supported by KubeFATE; " + refused.reason())
                : path;
    }

    /** The engine of a cluster that was adopted without a plugin is not known. */
    private static ReleaseKey withoutEngine(ReleaseKey key) {
        return new ReleaseKey(key.chartName(), key.chartVersion(), "");
    }

    /** KubeFATE upgrades no FATE up to this version, in words that its clients know; a plugin may do so. */
    private boolean isFixed() {
        return from.chartName().equals("fate") && Arrays.compare(numbers(from.chartVersion()), LAST_FIXED_FATE) <= 0;
    }

    private boolean isDowngrade() {
        return Arrays.compare(numbers(to.chartVersion()), numbers(from.chartVersion())) < 0;
    }

    /** {@code v1.10.0-rc1} is 1, 10, 0; the suffix is ignored. */
    private static int[] numbers(String version) {
        List<String> parts = List.of(
                version.replaceFirst("^v", "").replaceFirst("[^0-9.].*$", "").split("\\."));
        return parts.stream()
                .filter(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
