package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.ClusterRecord;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.Arrays;
import java.util.List;

/** Whether a cluster may go to the release that its new file asks for. What it says first is in the words of KubeFATE. */
final class ReleaseChange {

    private static final UpgradePath NOTHING_TO_DO = new UpgradePath.Allowed(List.of());

    private final ReleaseKey from;
    private final ReleaseKey to;

    ReleaseChange(ClusterRecord cluster, ReleaseKey to) {
        this.from = new ReleaseKey(cluster.chartName(), cluster.chartVersion(), cluster.engine());
        this.to = requireNonNull(to, "to is null");
    }

    /** Asks a plugin for the way from one release to another. */
    @FunctionalInterface
    interface Question {

        /** {@return what the plugin of the second release says} */
        UpgradePath path(ReleaseKey from, ReleaseKey to);
    }

    /**
     * The way to the release.
     *
     * @param plugin asked unless it is no upgrade of the same chart and engine
     * @return refused, or allowed with what is to be done first
     */
    UpgradePath path(Question plugin) {
        if (from.equals(to)) {
            return NOTHING_TO_DO;
        }
        if (!from.chartName().equals(to.chartName())) {
            return new UpgradePath.Refused("doesn't support upgrade between different charts");
        }
        if (isDowngrade()) {
            return new UpgradePath.Refused("using kubefate to downgrade a cluster is not supported yet");
        }
        if (!from.engine().equalsIgnoreCase(to.engine())) {
            return new UpgradePath.Refused("the engine of a cluster cannot be changed, from " + from.engine() + " to "
                    + to.engine() + ": its data are not carried over; install another cluster with the new engine");
        }
        return plugin.path(from, to);
    }

    private boolean isDowngrade() {
        return Arrays.compare(numbers(to.chartVersion()), numbers(from.chartVersion())) < 0;
    }

    /** {@code v1.10.0-rc1} is 1, 10, 0: what follows the numbers says nothing about the direction. */
    private static int[] numbers(String version) {
        List<String> parts = List.of(
                version.replaceFirst("^v", "").replaceFirst("[^0-9.].*$", "").split("\\."));
        return parts.stream()
                .filter(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
