package io.kubefate.server.engine.fleet;

import java.util.Optional;

/** Finds the latest observations of installed clusters. */
@FunctionalInterface
public interface Observations {

    /** Returns the latest observation of a cluster; empty if it is not watched. */
    Optional<Observation> find(String clusterId);
}
