package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

/**
 * Why a module is not ready.
 *
 * @param module the module
 * @param code the kind of problem
 * @param object the object that reports it, for example {@code Pod/mysql-5d4c…}
 * @param message the report of Kubernetes with the image, exit code, claim or quota, and what to do
 */
public record Reason(String module, Code code, String object, String message) {

    public Reason {
        requireNonNull(module, "module is null");
        requireNonNull(code, "code is null");
        requireNonNull(object, "object is null");
        requireNonNull(message, "message is null");
    }

    /** The kinds of problems. */
    public enum Code {
        /** An image cannot be pulled. */
        IMAGE_PULL,
        /** A container crashes repeatedly. */
        CRASH_LOOP,
        /** No node can run the pod. */
        UNSCHEDULABLE,
        /** A PersistentVolumeClaim is not bound to a volume. */
        CLAIM_UNBOUND,
        /** A quota or limit forbids the pod. */
        QUOTA_EXCEEDED,
        /** A ConfigMap or Secret, or a key in it, is missing. */
        CONFIG_MISSING,
        /** Kubernetes cannot create the pod for another reason. */
        POD_FAILED,
        /** The Deployment or StatefulSet does not exist. */
        MISSING,
        /** The pod is still starting: it pulls images, creates or starts containers, or waits for an init container. */
        STARTING
    }

    /** Returns the reason with another message. */
    public Reason withMessage(String other) {
        return new Reason(module, code, object, other);
    }

    /** Returns whether the problem does not resolve itself by waiting. */
    public boolean isTrouble() {
        return code != Code.STARTING;
    }
}
