package io.kubefate.server.engine.job;

import io.kubefate.server.engine.HelmRecords;
import io.kubefate.server.kubernetes.Kubernetes;

/**
 * What the execution of a plan consists of.
 *
 * @param steps runs what precedes the new revision
 * @param applying applies revisions
 * @param removal removes objects
 * @param readiness waits for revisions
 * @param release takes over a Helm release, or gives it back
 */
record ExecutionParts(Steps steps, Applying applying, Removal removal, Readiness readiness, ReleaseReturn release) {

    static ExecutionParts of(Kubernetes kubernetes, Journal journal, Steps steps) {
        Applying applying = new Applying(kubernetes, kubernetes, journal);
        Removal removal = new Removal(kubernetes, journal);
        return new ExecutionParts(
                steps,
                applying,
                removal,
                new Readiness(kubernetes, journal),
                new ReleaseReturn(new HelmRecords(kubernetes), journal, applying, removal));
    }
}
