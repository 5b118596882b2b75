package io.kubefate.server.engine.job;

import io.kubefate.server.engine.plan.Change;
import io.kubefate.server.engine.plan.Plan;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.server.kubernetes.ObjectRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Carries a plan out: deletes what is replaced, applies what changes, removes what is wanted no more. Whoever is killed on the way
 * makes a new plan, in which there is only the rest.
 */
final class Execution {

    private final Kubernetes kubernetes;
    private final Journal journal;

    Execution(Kubernetes kubernetes, Journal journal) {
        this.kubernetes = kubernetes;
        this.journal = journal;
    }

    /**
     * Does it, but for claims that go.
     *
     * @param plan a plan without obstacles
     * @throws KubernetesException also if something that must go does not go before the deadline
     */
    void carryOut(Plan plan) throws InterruptedException {
        remove(plan.refs(Change.Action.REPLACE));
        for (Change change : plan.changes()) {
            if (change.action().writes() && change.wanted().isPresent()) {
                journal.checkLease();
                kubernetes.apply(change.wanted().get());
            }
        }
        remove(plan.refs(Change.Action.REMOVE).stream()
                .filter(ref -> !ref.isClaim())
                .toList());
    }

    /**
     * Removes the claims that go: last, when there is no way back any more that would need their data.
     *
     * @param plan a plan that was carried out
     */
    void purge(Plan plan) throws InterruptedException {
        remove(plan.refs(Change.Action.REMOVE).stream()
                .filter(ObjectRef::isClaim)
                .toList());
    }

    private void remove(List<ObjectRef> refs) throws InterruptedException {
        List<ObjectRef> lastFirst = new ArrayList<>(refs);
        Collections.reverse(lastFirst);
        List<Manifest> left = new Removal(kubernetes, journal).remove(lastFirst, journal.deadline());
        if (!left.isEmpty()) {
            String names = left.stream().map(Manifest::ref).toList().toString();
            throw new KubernetesException(
                    KubernetesException.Kind.REFUSED, names + " was deleted and is still there", null);
        }
    }
}
