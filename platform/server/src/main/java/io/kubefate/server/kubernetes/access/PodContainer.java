package io.kubefate.server.kubernetes.access;

import static java.util.Objects.requireNonNull;

/**
 * A container of a pod of a cluster.
 *
 * @param pod the pod's name
 * @param podUid the pod's id; another pod of the same name has another
 * @param module the module of the workload that made the pod, or empty text
 * @param name the container's name
 * @param init whether it runs before the others
 * @param instance which run of the container it is: its id, which each restart changes; empty text as long as none was started
 * @param state what it does now
 * @param detail why it waits, how it ended or that it is about to, for people; empty text if it runs and nothing is to be said
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

    /** What a container does. */
    public enum State {
        /** It was not started, or not started again. */
        WAITING,
        /** It runs. */
        RUNNING,
        /** It ended with exit code 0. */
        SUCCEEDED,
        /** It ended with another exit code. */
        FAILED
    }

    /** {@return whether this is the same container of the same pod, perhaps at another time} */
    public boolean isSameAs(PodContainer other) {
        return podUid.equals(other.podUid) && name.equals(other.name);
    }
}
