package io.kubefate.server.kubernetes.diagnosis;

import io.kubefate.planning.health.Reason;

/**
 * A reason before it is known which module it belongs to.
 *
 * @param code what kind of trouble
 * @param subject what makes it the same cause in several pods: an image, a claim, a container
 * @param object what says so, for example {@code Pod/mysql-5d4c…}
 * @param message what Kubernetes said and what to do
 */
record Cause(Reason.Code code, String subject, String object, String message) {

    Reason toReason(String module) {
        return new Reason(module, code, object, message);
    }
}
