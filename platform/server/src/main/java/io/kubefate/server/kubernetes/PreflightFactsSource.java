package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.preflight.PreflightFacts;
import java.util.Collection;

/** Finds out what a plan would meet. Every method throws {@link KubernetesException}. */
public interface PreflightFactsSource {

    /**
     * Looks at what a cluster would meet.
     *
     * @param namespace its namespace, which need not exist
     * @param clusterId the value of label {@link Ownership#CLUSTER}; what its pods use counts as free
     * @param wanted the objects that it is to have
     * @return what is there
     */
    PreflightFacts survey(String namespace, String clusterId, Collection<ObjectRef> wanted);
}
