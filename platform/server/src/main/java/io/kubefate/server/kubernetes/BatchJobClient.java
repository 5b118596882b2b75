package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.ObjectRef;
import java.util.function.Consumer;

/** Watches Kubernetes Jobs and reads their logs. Every method throws {@link KubernetesException}. */
public interface BatchJobClient {

    /**
     * Watches a Job, without polling. Reports the current state, and then each change. Reconnects when Kubernetes was unavailable.
     *
     * @param job a {@code batch/v1 Job}, which may not exist yet
     * @param onChange called from a thread of this object; one call at a time
     * @return closes the watches; does not wait for a running call
     */
    Watch follow(ObjectRef job, Consumer<BatchJobState> onChange);

    /**
     * Reads the logs of the containers of a Job.
     *
     * @param job a {@code batch/v1 Job}
     * @param maxBytes the maximum size
     * @return the end of the log in whole lines; empty if there is no log or no Job
     */
    String jobLog(ObjectRef job, int maxBytes);
}
