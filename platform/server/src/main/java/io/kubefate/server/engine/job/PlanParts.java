package io.kubefate.server.engine.job;

import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.kubernetes.Kubernetes;

/**
 * What the execution of a plan consists of.
 *
 * @param steps runs what precedes the new revision
 * @param applying applies revisions
 * @param removal removes objects
 * @param readiness waits for revisions
 */
record PlanParts(Steps steps, Applying applying, Removal removal, Readiness readiness) {

    static PlanParts of(Kubernetes kubernetes, Journal journal, Transition transition, Steps steps) {
        boolean foreign = transition.job().request().has(PlanOption.REPLACE_FOREIGN);
        return new PlanParts(
                steps,
                new Applying(kubernetes, kubernetes, journal, foreign),
                new Removal(kubernetes, journal),
                new Readiness(kubernetes, journal));
    }
}
