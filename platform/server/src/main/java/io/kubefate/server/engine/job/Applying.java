package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.ForeignFields;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.NamespaceClient;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.store.EventDetails;
import io.kubefate.server.store.JobEventReason;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes a plan and executes it: deletes what is replaced, applies what changes, removes what is no longer wanted, except claims. A
 * run after a crash makes a new plan, which contains only the rest.
 */
final class Applying {

    private final NamespaceClient namespaces;
    private final ObjectClient objects;
    private final Journal journal;
    private final Removal removal;
    private final boolean replacesForeign;

    /**
     * Applies revisions.
     *
     * @param replacesForeign whether objects of somebody else are replaced; otherwise they are obstacles
     */
    Applying(NamespaceClient namespaces, ObjectClient objects, Journal journal, boolean replacesForeign) {
        this.namespaces = namespaces;
        this.objects = objects;
        this.journal = journal;
        this.removal = new Removal(objects, journal);
        this.replacesForeign = replacesForeign;
    }

    /**
     * Applies a revision.
     *
     * @param inventory every object that the cluster may have
     * @throws ObstacleException if the plan cannot be executed; nothing was changed
     * @throws KubernetesException also if an object that must go does not go before the deadline
     */
    void apply(Target target, Planner planner, List<ObjectRef> inventory) throws InterruptedException {
        String namespace = planner.owner().namespace();
        boolean created = namespaces.createNamespace(namespace);
        journal.kubernetesAnswers();
        if (created) {
            journal.once(JobEventReason.NAMESPACE_CREATED, namespace);
        }
        Plan plan = plan(target, planner, inventory);
        if (replacesForeign && !plan.conflicts().isEmpty()) {
            replaceForeign(plan.conflicts());
            plan = plan(target, planner, inventory);
        }
        refuse(plan);
        record(target, plan);
        execute(plan);
        journal.once(
                JobEventReason.APPLIED,
                String.valueOf(target.revision()),
                EventDetails.of("objects", target.objects().size()));
    }

    private Plan plan(Target target, Planner planner, List<ObjectRef> inventory) {
        LiveState state = new LiveStateReader(objects).readAndTry(target.objects(), inventory);
        return planner.plan(target.objects(), inventory, state);
    }

    private void replaceForeign(List<Change> conflicts) throws InterruptedException {
        List<ObjectRef> foreign = conflicts.stream()
                .map(Change::ref)
                .filter(ref -> !ref.isClaim())
                .toList();
        journal.once(JobEventReason.REPLACING_FOREIGN);
        List<Manifest> left = removal.remove(foreign, journal.deadline());
        left.forEach(object ->
                journal.once(JobEventReason.FOREIGN_OBJECT_HELD, object.ref().toString()));
        if (!left.isEmpty()) {
            throw stillThere(left);
        }
    }

    private void refuse(Plan plan) {
        List<Change> obstacles =
                plan.obstacles().stream().filter(change -> !isTakenOver(change)).toList();
        if (!obstacles.isEmpty()) {
            throw new ObstacleException(obstacles);
        }
    }

    /** The first run records the whole plan; one after a crash sees only the rest. */
    private void record(Target target, Plan plan) {
        List<String> changes = plan.changes().stream()
                .filter(change -> change.action() != Change.Action.UNCHANGED)
                .map(change -> change.action() + " " + change.ref())
                .toList();
        journal.once(
                JobEventReason.PLAN_MADE,
                String.valueOf(target.revision()),
                EventDetails.of("changes", changes)
                        .with("unchanged", plan.only(Change.Action.UNCHANGED).size()));
    }

    private void execute(Plan plan) throws InterruptedException {
        remove(plan.refs(Change.Action.REPLACE));
        stripForeignFields(plan.only(Change.Action.UPDATE));
        for (Change change : plan.changes()) {
            if (change.wanted().isPresent() && (change.action().writes() || isTakenOver(change))) {
                journal.checkLease();
                objects.apply(change.wanted().get());
            }
        }
        remove(plan.refs(Change.Action.REMOVE).stream()
                .filter(ref -> !ref.isClaim())
                .toList());
    }

    /** A foreign claim is taken over instead of replaced: deleting it would delete somebody's data. */
    private boolean isTakenOver(Change change) {
        return replacesForeign
                && change.action() == Change.Action.CONFLICT
                && change.ref().isClaim();
    }

    /** Applying leaves fields that others have added, so these are removed first. */
    private void stripForeignFields(List<Change> updates) {
        Map<ObjectRef, Manifest> wanted = updates.stream()
                .flatMap(change -> change.wanted().stream())
                .collect(Collectors.toMap(Manifest::ref, object -> object));
        for (Manifest live : objects.find(wanted.keySet())) {
            Manifest stripped = ForeignFields.strip(live, wanted.get(live.ref()));
            if (!stripped.equals(live)) {
                journal.checkLease();
                objects.replace(stripped);
            }
        }
    }

    private void remove(List<ObjectRef> refs) throws InterruptedException {
        List<Manifest> left = removal.removeLastFirst(refs, journal.deadline());
        if (!left.isEmpty()) {
            throw stillThere(left);
        }
    }

    private static KubernetesException stillThere(List<Manifest> left) {
        String names = left.stream().map(Manifest::ref).toList().toString();
        return new KubernetesException(
                KubernetesException.Kind.REFUSED, names + " was deleted and is still there", null);
    }
}
