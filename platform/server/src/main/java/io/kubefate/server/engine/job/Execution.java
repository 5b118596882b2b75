package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.ForeignFields;
import io.kubefate.planning.plan.Plan;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Carries a plan out: deletes what is replaced, applies what changes, removes what is wanted no more. Whoever is killed on the way
 * makes a new plan, in which there is only the rest.
 */
final class Execution {

    /** How long a claim may take to go; it goes when the last pod that used it has ended. */
    private static final Duration CLAIM_LIMIT = Duration.ofMinutes(5);

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
        stripForeign(plan.only(Change.Action.UPDATE));
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

    /** Applying leaves what others have added, so that goes first. */
    private void stripForeign(List<Change> updates) {
        Map<ObjectRef, Manifest> wanted = updates.stream()
                .flatMap(change -> change.wanted().stream())
                .collect(Collectors.toMap(Manifest::ref, object -> object));
        for (Manifest live : kubernetes.find(wanted.keySet())) {
            Manifest stripped = ForeignFields.strip(live, wanted.get(live.ref()));
            if (!stripped.equals(live)) {
                journal.checkLease();
                kubernetes.replace(stripped);
            }
        }
    }

    /**
     * Removes the claims that go: last, when there is no way back any more that would need their data. What does not go is told;
     * it is no reason to undo an update that is ready.
     *
     * @param plan a plan that was carried out
     */
    void purge(Plan plan) throws InterruptedException {
        List<ObjectRef> claims = plan.refs(Change.Action.REMOVE).stream()
                .filter(ObjectRef::isClaim)
                .toList();
        removal()
                .remove(claims, journal.now().plus(CLAIM_LIMIT))
                .forEach(claim -> journal.state(claim.ref() + " is deleted and still there"));
    }

    private void remove(List<ObjectRef> refs) throws InterruptedException {
        List<ObjectRef> lastFirst = new ArrayList<>(refs);
        Collections.reverse(lastFirst);
        List<Manifest> left = removal().remove(lastFirst, journal.deadline());
        if (!left.isEmpty()) {
            String names = left.stream().map(Manifest::ref).toList().toString();
            throw new KubernetesException(
                    KubernetesException.Kind.REFUSED, names + " was deleted and is still there", null);
        }
    }

    private Removal removal() {
        return new Removal(kubernetes, journal);
    }
}
