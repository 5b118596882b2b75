package io.kubefate.server.service;

import java.util.Optional;

/** Finds the plugin for a cluster.yaml. */
@FunctionalInterface
public interface Releases {

    /**
     * The release that a cluster.yaml means.
     *
     * @param chartName for example {@code fate}
     * @param chartVersion for example {@code v1.5.0}
     * @param backend the engine, if the file names one
     * @return the release, to be closed when it has answered everything
     * @throws io.kubefate.server.error.KubefateException {@code UNKNOWN_RELEASE} with what there is instead
     */
    ServedRelease resolve(String chartName, String chartVersion, Optional<String> backend);
}
