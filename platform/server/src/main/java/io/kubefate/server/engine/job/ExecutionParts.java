package io.kubefate.server.engine.job;

import io.kubefate.server.kubernetes.Kubernetes;

/**
 * What the execution of a plan consists of.
 *
 * @param steps runs what precedes the new revision
 * @param applying applies revisions
 * @param removal removes objects
 * @param readiness waits for revisions
 */
record ExecutionParts(Steps steps, Applying applying, Removal removal, Readiness readiness) {

    static ExecutionParts of(Kubernetes kubernetes, Journal journal, Steps steps) {
        return new ExecutionParts(
                steps,
                new Applying(kubernetes, kubernetes, journal),
                new Removal(kubernetes, journal),
                new Readiness(kubernetes, journal));
    }
}
