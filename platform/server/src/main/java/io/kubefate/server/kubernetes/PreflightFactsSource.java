package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.preflight.PreflightFacts;
import java.util.Collection;

/** Reads the facts that preflight rules use. Every method throws {@link KubernetesException}. */
public interface PreflightFactsSource {

    /**
     * Reads the facts for a cluster.
     *
     * @param namespace its namespace, which may not exist yet
     * @param clusterId the value of label {@link Ownership#CLUSTER}; the usage of its pods counts as free
     * @param wanted the desired objects, and those in no namespace that they refer to
     * @return the facts
     */
    PreflightFacts preflightFacts(String namespace, String clusterId, Collection<ObjectRef> wanted);

    /** Returns whether requests can fail for lack of a permission, capacity or controller, which only the sandbox excludes. */
    default boolean hasLimits() {
        return true;
    }
}
