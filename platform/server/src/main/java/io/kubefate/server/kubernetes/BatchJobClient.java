package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.ObjectRef;
import java.util.function.Consumer;

/** Follows Kubernetes Jobs. Every method throws {@link KubernetesException}. */
public interface BatchJobClient {

    /**
     * Follows a Job by watches, not by polling: once with the present state, then whenever it has changed. When Kubernetes goes
     * away, the watch goes on as soon as it is back.
     *
     * @param job a {@code batch/v1 Job}, which need not exist
     * @param onChange called from a thread of this object; one call at a time
     * @return closes the watches; does not wait for a call under way
     */
    Watch follow(ObjectRef job, Consumer<BatchJobState> onChange);

    /**
     * Reads what the containers of a Job have written.
     *
     * @param job a {@code batch/v1 Job}
     * @param maxBytes how much of the end is wanted
     * @return the end of the log, whole lines; empty if there is none, or no such Job
     */
    String jobLog(ObjectRef job, int maxBytes);
}
