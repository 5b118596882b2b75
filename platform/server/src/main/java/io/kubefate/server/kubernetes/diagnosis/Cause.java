package io.kubefate.server.kubernetes.diagnosis;

import io.kubefate.planning.health.Reason;

/**
 * A reason without its module.
 *
 * @param code the kind of problem
 * @param subject the common cause in several pods: an image, a claim, a container
 * @param object the object that reports it, for example {@code Pod/mysql-5d4c…}
 * @param message the message of Kubernetes and what to do
 */
record Cause(Reason.Code code, String subject, String object, String message) {

    Reason toReason(String module) {
        return new Reason(module, code, object, message);
    }
}
