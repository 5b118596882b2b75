package io.kubefate.server.service;

import io.kubefate.server.error.ErrorCode;
import io.kubefate.server.error.KubefateException;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.Arrays;
import java.util.List;

/** Whether a cluster may go to the release that its new file asks for. What it says first is in the words of KubeFATE. */
final class ReleaseChange {

    private final ReleaseKey from;
    private final ReleaseKey to;

    ReleaseChange(ClusterRecord cluster, ReleaseKey to) {
        this.from = new ReleaseKey(cluster.chartName(), cluster.chartVersion(), cluster.engine());
        this.to = to;
    }

    /**
     * Refuses what is no update of the same release, unless the plugin of the new one allows it.
     *
     * @param specs asks the plugin
     * @throws KubefateException {@code UPGRADE_REFUSED} with the reason
     */
    void refuse(SpecCheck specs) {
        if (from.equals(to)) {
            return;
        }
        if (!from.chartName().equals(to.chartName())) {
            throw refused("doesn't support upgrade between different charts");
        }
        if (isDowngrade()) {
            throw refused("using kubefate to downgrade a cluster is not supported yet");
        }
        UpgradePath path = specs.upgrade(from, to);
        if (path instanceof UpgradePath.Refused refusal) {
            throw refused(refusal.reason());
        }
        if (path instanceof UpgradePath.Allowed allowed && !allowed.templates().isEmpty()) {
            throw refused("the upgrade from " + from + " to " + to + " needs steps, which this service cannot run yet");
        }
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

    private static KubefateException refused(String reason) {
        return new KubefateException(ErrorCode.UPGRADE_REFUSED, reason);
    }
}
