package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.kubernetes.Kubernetes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Deletes objects and waits until Kubernetes has them no more. */
final class Removal {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Pods may take thirty seconds to end; what takes longer is held by something. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final Kubernetes kubernetes;
    private final Journal journal;

    Removal(Kubernetes kubernetes, Journal journal) {
        this.kubernetes = kubernetes;
        this.journal = journal;
    }

    /**
     * Deletes and waits.
     *
     * @param refs what to delete, in this order
     * @param deadline how long to wait
     * @return what is still there at the deadline; empty when all is gone
     */
    List<Manifest> remove(Collection<ObjectRef> refs, Instant deadline) throws InterruptedException {
        for (ObjectRef ref : refs) {
            journal.checkLease();
            kubernetes.delete(ref);
        }
        Instant held = journal.now().plus(PATIENCE);
        Duration pause = FIRST_PAUSE;
        List<Manifest> left = kubernetes.find(refs);
        while (!left.isEmpty() && journal.now().isBefore(deadline)) {
            Thread.sleep(pause.toMillis());
            journal.checkLease();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            left = kubernetes.find(refs);
            if (journal.now().isAfter(held)) {
                left.forEach(this::tell);
            }
        }
        return left;
    }

    /** Tells that an object is still there, and what holds it. */
    void tell(Manifest object) {
        Object finalizers = object.metadata().get("finalizers");
        String holders = finalizers == null ? "" : "; it waits for " + finalizers;
        journal.state(object.ref() + " is still there" + holders);
    }
}
