package io.kubefate.server.engine.job;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.kubefate.planning.manifest.ApplyOrder;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.NodePorts;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.DataLoss;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.plan.FieldTakeover;
import io.kubefate.planning.plan.ForeignFields;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.NodePortMoves;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a plan and executes it: deletes what is replaced, applies what changes, removes what is no longer wanted, except claims. A
 * run after a crash makes a new plan, which contains only the rest.
 */
final class Applying {

    private final FencedObjects objects;
    private final Journal journal;
    private final Removal removal;

    Applying(FencedObjects objects, Journal journal) {
        this.objects = objects;
        this.journal = journal;
        this.removal = new Removal(objects, journal);
    }

    /**
     * Applies a revision.
     *
     * @param inventory what the cluster may have
     * @throws ObstacleException if the plan cannot be executed; nothing was changed
     * @throws KubernetesException if the plan deletes data and the planner has no {@link PlanOption#ACCEPT_DATA_LOSS}; also if an object that must go does not go before the deadline
     */
    void apply(Target target, Planner planner, Inventory inventory) throws InterruptedException {
        String namespace = planner.owner().namespace();
        boolean created = objects.createNamespace(namespace);
        journal.kubernetesAnswers();
        if (created) {
            journal.once(JobEventReason.NAMESPACE_CREATED, namespace);
        }
        Planned planned = plan(target, planner, inventory);
        record(target, planned.plan());
        if (areNodePortsReleased(target, planned.state())) {
            planned = plan(target, planner, inventory);
        }
        replace(planned.plan().refs(Change.Action.REPLACE), foreign(target, planner, planned.state()));
        execute(planned, planner);
        journal.once(
                JobEventReason.APPLIED,
                String.valueOf(target.revision()),
                EventDetails.of("objects", target.objects().size()));
    }

    private record Planned(Plan plan, LiveState state) {

        /** Returns the desired object; one that updates a live object has its uid, and so never creates it again. */
        Manifest identified(Change change) {
            Manifest wanted = change.wanted().orElseThrow();
            return switch (change.action()) {
                case UPDATE, RESTART ->
                    state.live().stream()
                            .filter(live -> live.ref().equals(change.ref()))
                            .findFirst()
                            .map(live -> wanted.withMetadata("uid", live.uid()))
                            .orElse(wanted);
                default -> wanted;
            };
        }
    }

    private Planned plan(Target target, Planner planner, Inventory inventory) {
        LiveStateReader reader = new LiveStateReader(objects);
        LiveState state = reader.withHelmReleases(reader.readWithTrials(target.objects(), inventory), planner);
        failIfUnanswered(state);
        Plan plan = planner.plan(target.objects(), inventory, state);
        if (!plan.obstacles().isEmpty()) {
            throw new ObstacleException(plan);
        }
        if (!plan.dataLoss().isEmpty() && !planner.options().contains(PlanOption.ACCEPT_DATA_LOSS)) {
            throw unaccepted(plan.dataLoss());
        }
        return new Planned(plan, state);
    }

    /** A webhook that does not answer now may do so later, so it does not end the job as a rejection does. */
    private static void failIfUnanswered(LiveState state) {
        for (DryRunResult result : state.dryRuns().values()) {
            if (result instanceof DryRunResult.Unanswered unanswered) {
                throw new KubernetesException(KubernetesException.Kind.TRANSIENT, unanswered.reason());
            }
        }
    }

    /** A loss that the plan of the request did not have; otherwise the service would have rejected the request. */
    private static KubernetesException unaccepted(List<DataLoss> losses) {
        String text = losses.stream().map(DataLoss::text).collect(Collectors.joining("; "));
        return new KubernetesException(
                KubernetesException.Kind.REFUSED, "data lost: " + text + "; to continue, use --accept-data-loss");
    }

    /** Returns the objects of somebody else that the plan replaces or takes over. */
    private static Set<ObjectRef> foreign(Target target, Planner planner, LiveState state) {
        Set<ObjectRef> wanted = target.objects().stream().map(Manifest::ref).collect(toSet());
        return state.live().stream()
                .filter(object -> wanted.contains(object.ref()) && !planner.mayChange(object))
                .map(Manifest::ref)
                .collect(toSet());
    }

    /**
     * Takes the node ports from the Services that give them to others, since no two Services can have the same port.
     *
     * @return whether there are such Services; they need a new plan then
     */
    private boolean areNodePortsReleased(Target target, LiveState state) {
        List<Manifest> givers = NodePortMoves.of(target.objects(), state.live()).givers();
        for (Manifest service : givers) {
            objects.replace(NodePorts.released(service));
        }
        return !givers.isEmpty();
    }

    private void replace(List<ObjectRef> replaced, Set<ObjectRef> foreign) throws InterruptedException {
        if (!foreign.isEmpty()) {
            journal.once(JobEventReason.REPLACING_FOREIGN);
        }
        List<Manifest> left = removal.removeLastFirst(replaced, journal.deadline());
        left.stream()
                .filter(object -> foreign.contains(object.ref()))
                .forEach(object -> journal.once(
                        JobEventReason.FOREIGN_OBJECT_HELD, object.ref().toString()));
        if (!left.isEmpty()) {
            throw stillThere(left);
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

    private void execute(Planned planned, Planner planner) throws InterruptedException {
        Plan plan = planned.plan();
        stripForeignFields(plan.only(Change.Action.UPDATE), planner);
        List<Manifest> writes = plan.changes().stream()
                .filter(change -> change.wanted().isPresent() && change.action().writes())
                .map(planned::identified)
                .toList();
        for (List<Manifest> group : ApplyOrder.groups(writes)) {
            failIfOverdue();
            objects.applyAll(group);
        }
        List<Manifest> left = removal.removeLastFirst(
                plan.refs(Change.Action.REMOVE).stream()
                        .filter(ref -> !ref.isClaim())
                        .toList(),
                journal.deadline());
        if (!left.isEmpty()) {
            throw stillThere(left);
        }
    }

    /** Each group can take half a minute and more, if an admission webhook is slow. */
    private void failIfOverdue() {
        if (journal.overdue()) {
            throw new KubernetesException(
                    KubernetesException.Kind.TRANSIENT, "the time limit was reached while objects were applied");
        }
    }

    /** Applying leaves fields that others have added, so these are removed first; a claim that is taken over keeps them. */
    private void stripForeignFields(List<Change> updates, Planner planner) {
        Map<ObjectRef, Manifest> wanted = updates.stream()
                .flatMap(change -> change.wanted().stream())
                .collect(toMap(Manifest::ref, object -> object));
        for (Manifest live : objects.find(wanted.keySet())) {
            Manifest stripped = stripped(live, wanted.getOrDefault(live.ref(), live), planner);
            if (!stripped.equals(live)) {
                objects.replace(stripped);
            }
        }
    }

    private static Manifest stripped(Manifest live, Manifest wanted, Planner planner) {
        if (planner.owner().owns(live)) {
            return ForeignFields.strip(live, wanted);
        }
        return planner.mayChange(live) ? FieldTakeover.of(live) : live;
    }

    private static KubernetesException stillThere(List<Manifest> left) {
        String names = left.stream().map(Manifest::ref).toList().toString();
        return new KubernetesException(KubernetesException.Kind.REFUSED, names + " was deleted and is still there");
    }
}
