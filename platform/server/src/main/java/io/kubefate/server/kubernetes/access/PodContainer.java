package io.kubefate.server.kubernetes.access;

import static java.util.Objects.requireNonNull;

/**
 * A container of a pod of a cluster.
 *
 * @param pod the pod's name
 * @param podUid the pod's uid, which differs between pods of the same name
 * @param module the module of the workload that created the pod, or empty text
 * @param name the container's name
 * @param init whether it is an init container
 * @param instance the id of the current run, which changes at each restart; empty text before the first start
 * @param state the state
 * @param detail why it waits, how it ended or that it is being deleted, for display; empty text if it runs normally
 */
public record PodContainer(
        String pod,
        String podUid,
        String module,
        String name,
        boolean init,
        String instance,
        State state,
        String detail) {

    public PodContainer {
        requireNonNull(pod, "pod is null");
        requireNonNull(podUid, "podUid is null");
        requireNonNull(module, "module is null");
        requireNonNull(name, "name is null");
        requireNonNull(instance, "instance is null");
        requireNonNull(state, "state is null");
        requireNonNull(detail, "detail is null");
    }

    /** The state of a container. */
    public enum State {
        /** The container is not started yet, or not restarted yet. */
        WAITING,
        /** The container runs. */
        RUNNING,
        /** The container ended with exit code 0. */
        SUCCEEDED,
        /** The container ended with another exit code. */
        FAILED
    }

    /** Returns whether this is the same container of the same pod, at any time. */
    public boolean isSameAs(PodContainer other) {
        return podUid.equals(other.podUid) && name.equals(other.name);
    }
}
