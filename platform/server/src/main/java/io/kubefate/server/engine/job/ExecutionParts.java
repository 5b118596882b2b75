package io.kubefate.server.engine.job;

import io.kubefate.server.engine.HelmRecords;
import io.kubefate.server.kubernetes.ClusterHealthSource;

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

    static ExecutionParts of(FencedObjects objects, ClusterHealthSource health, Journal journal, Steps steps) {
        Applying applying = new Applying(objects, journal);
        Removal removal = new Removal(objects, journal);
        return new ExecutionParts(
                steps,
                applying,
                removal,
                new Readiness(health, new StuckPods(objects, journal), journal),
                new ReleaseReturn(new HelmRecords(objects), journal, applying, removal));
    }
}
