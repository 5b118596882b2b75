package io.kubefate.server.service.spec;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;

/** The releases of the loaded plugins. The caller closes what it gets when it does not need the plugin any longer. */
public interface Releases {

    /**
     * Finds the release that a cluster.yaml selects.
     *
     * @param spec the cluster.yaml
     * @return the release
     * @throws io.kubefate.planning.error.KubefateException {@code UNKNOWN_RELEASE} with the available releases
     */
    ServedRelease select(ClusterSpec spec);

    /**
     * Finds a release by its key.
     *
     * @param key the release of an installed cluster
     * @return the release
     * @throws io.kubefate.planning.error.KubefateException {@code UNKNOWN_RELEASE} with the available releases
     */
    ServedRelease find(ReleaseKey key);
}
