package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

/**
 * Why a module is not ready.
 *
 * @param module the module
 * @param code what kind of trouble
 * @param object what says so, for example {@code Pod/mysql-5d4c…}
 * @param message what Kubernetes said, in words that name the image, exit code, claim or quota, and what to do
 */
public record Reason(String module, Code code, String object, String message) {

    public Reason {
        requireNonNull(module, "module is null");
        requireNonNull(code, "code is null");
        requireNonNull(object, "object is null");
        requireNonNull(message, "message is null");
    }

    /** The kinds of trouble. */
    public enum Code {
        /** An image cannot be pulled. */
        IMAGE_PULL,
        /** A container ends again and again. */
        CRASH_LOOP,
        /** No node takes the pod. */
        UNSCHEDULABLE,
        /** A PersistentVolumeClaim has no volume. */
        CLAIM_UNBOUND,
        /** A quota or limit forbids the pod. */
        QUOTA_EXCEEDED,
        /** A ConfigMap or Secret, or a key in it, is missing. */
        CONFIG_MISSING,
        /** Kubernetes refuses or fails to make the pod for another reason. */
        POD_FAILED,
        /** The Deployment or StatefulSet itself is not there. */
        MISSING,
        /** Nothing is wrong so far: pulling, creating, starting, or waiting for an init container. */
        STARTING
    }

    /** {@return whether waiting alone will not help} */
    public boolean isTrouble() {
        return code != Code.STARTING;
    }
}
