package io.kubefate.server.service.spec;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.util.List;

/** The releases of the loaded plugins. The caller closes a result when it no longer needs the plugin. */
public interface Releases {

    /** Returns the available releases. */
    List<ReleaseKey> keys();

    /**
     * Finds the release that a cluster.yaml selects.
     *
     * @throws io.kubefate.planning.error.KubefateException {@code UNKNOWN_RELEASE} with the available releases
     */
    ServedRelease select(ClusterSpec spec);

    /**
     * Finds the release of an installed cluster.
     *
     * @throws io.kubefate.planning.error.KubefateException {@code UNKNOWN_RELEASE} with the available releases
     */
    ServedRelease find(ReleaseKey key);
}
