package io.kubefate.server.service.access;

import io.kubefate.server.store.cluster.ClusterRecord;
import java.util.Optional;

/** Finds clusters by their id. */
@FunctionalInterface
public interface ClusterLookup {

    /** Returns the cluster; empty if there is none or it is deleted. */
    Optional<ClusterRecord> find(String uuid);
}
