package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.ApplyOrder;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Deletes objects and waits until they are gone. */
final class Removal {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Pods may take thirty seconds to end; what takes longer is held by something. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final FencedObjects objects;
    private final Journal journal;

    Removal(FencedObjects objects, Journal journal) {
        this.objects = objects;
        this.journal = journal;
    }

    /**
     * Removes those of a cluster's objects that a condition holds for, the last ones that were applied first.
     *
     * @param inventory what the cluster may have
     * @return what is still there at the deadline; empty when all is gone
     */
    List<Manifest> removeOwned(Owner owner, Inventory inventory, Predicate<Manifest> condition, Instant deadline)
            throws InterruptedException {
        List<ObjectRef> refs = new LiveStateReader(objects)
                .owned(owner, inventory).stream()
                        .filter(condition)
                        .map(Manifest::ref)
                        .toList();
        journal.kubernetesAnswers();
        return removeLastFirst(refs, deadline);
    }

    /** Does the same as {@link #remove}, in reverse order. */
    List<Manifest> removeLastFirst(Collection<ObjectRef> refs, Instant deadline) throws InterruptedException {
        List<ObjectRef> lastFirst = new ArrayList<>(refs);
        Collections.reverse(lastFirst);
        return remove(lastFirst, deadline);
    }

    /**
     * Deletes and waits until each object is gone; one that somebody creates again is not waited for.
     *
     * @param refs what to delete, in this order
     * @param deadline how long to wait
     * @return what is still there at the deadline; empty when all is gone
     */
    List<Manifest> remove(Collection<ObjectRef> refs, Instant deadline) throws InterruptedException {
        if (refs.isEmpty()) {
            return List.of();
        }
        for (List<Manifest> group : ApplyOrder.groups(objects.find(refs))) {
            objects.deleteAll(group);
        }
        Instant held = journal.now().plus(PATIENCE);
        Duration pause = FIRST_PAUSE;
        List<Manifest> left = objects.find(refs);
        while (!left.isEmpty() && journal.now().isBefore(deadline)) {
            Thread.sleep(pause.toMillis());
            journal.lease().check();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            left = objects.find(left.stream().map(Manifest::ref).toList());
            if (journal.now().isAfter(held)) {
                recordHeld(left);
            }
        }
        return left;
    }

    /** Records which objects are still there, and what holds them. */
    void recordHeld(List<Manifest> left) {
        for (Manifest object : left) {
            EventDetails finalizers = object.metadata().get("finalizers") instanceof Collection<?> list
                    ? EventDetails.of(
                            "finalizers", list.stream().map(String::valueOf).toList())
                    : EventDetails.NONE;
            journal.onChange(JobEventReason.OBJECT_HELD, object.ref().toString(), finalizers);
        }
    }

    /** Records which claims of a cluster are still there, with their data. */
    void recordKept(Owner owner, Inventory claims) {
        new LiveStateReader(objects)
                .owned(owner, claims)
                .forEach(claim ->
                        journal.once(JobEventReason.CLAIM_KEPT, claim.ref().toString()));
    }

    /** Records which objects the job does not wait for any longer. */
    void recordLeft(List<Manifest> left) {
        left.forEach(
                object -> journal.once(JobEventReason.OBJECT_LEFT, object.ref().toString()));
    }
}
