package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import java.time.Instant;

/** Restarts workloads. Every method throws {@link KubernetesException}. */
public interface WorkloadRestarter {

    /**
     * Lets Kubernetes replace the pods of a Deployment or StatefulSet, as {@code kubectl rollout restart} does, and does not wait. Sets
     * {@link Ownership#RESTARTED_AT} as field manager {@link Ownership#RESTART_MANAGER}, so that it is no drift, and a later apply
     * leaves it. It is a transient failure that the object is gone, or that another one has its name by now.
     *
     * @param live the object from {@link ObjectClient#find} or {@link ObjectClient#select}
     * @param at the time of the request, which distinguishes it from earlier ones
     */
    void restart(Manifest live, Instant at);
}
