package io.kubefate.server.engine.fleet;

import java.util.Optional;

/** Finds what was last seen of installed clusters. */
@FunctionalInterface
public interface Observations {

    /** Returns what was last seen of a cluster; empty if it is not watched. */
    Optional<Observation> find(String clusterId);
}
