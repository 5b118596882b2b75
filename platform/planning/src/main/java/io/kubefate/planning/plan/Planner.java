package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Checksums;
import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.manifest.PodTemplate;
import io.kubefate.planning.manifest.TemplateClaims;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Computes plans. Equal input gives equal plans.
 *
 * @param owner the cluster that owns the desired objects
 * @param options the options that the user specified
 * @param mask hides passwords in the fields
 * @param earlier the objects of a deleted cluster of the same name, whose claims may still exist
 */
public record Planner(Owner owner, Set<PlanOption> options, Mask mask, List<Manifest> earlier) {

    public Planner {
        requireNonNull(owner, "owner is null");
        options = Set.copyOf(requireNonNull(options, "options is null"));
        requireNonNull(mask, "mask is null");
        earlier = List.copyOf(requireNonNull(earlier, "earlier is null"));
    }

    /** Creates a planner for a cluster without an earlier one. */
    public Planner(Owner owner, Set<PlanOption> options, Mask mask) {
        this(owner, options, mask, List.of());
    }

    /** Returns a planner without options and mask, for callers that use only the actions. */
    public static Planner careful(Owner owner) {
        return new Planner(owner, Set.of(), Mask.of(List.of()));
    }

    /** Returns a planner with an option. */
    public Planner with(PlanOption option) {
        Set<PlanOption> more = new HashSet<>(options);
        more.add(option);
        return new Planner(owner, more, mask, earlier);
    }

    /** Returns a planner without an option. */
    public Planner without(PlanOption option) {
        Set<PlanOption> rest = new HashSet<>(options);
        rest.remove(option);
        return new Planner(owner, rest, mask, earlier);
    }

    /** Returns whether a plan may change or remove a live object: it is the cluster's, or of the Helm release that the cluster adopts. */
    public boolean mayChange(Manifest live) {
        return owner.owns(live) || options.contains(PlanOption.ADOPT) && isOfOwnRelease(live);
    }

    /** Whether an object is of the Helm release with the name of the cluster: probably the cluster, installed by the original KubeFATE. */
    private boolean isOfOwnRelease(Manifest live) {
        return HelmRelease.ownerOf(live).filter(owner.name()::equals).isPresent();
    }

    /**
     * Computes a plan.
     *
     * @param desired the desired objects, labeled, in the order of application
     * @param inventory what earlier revisions may have left
     * @param state the live objects and dry runs; with {@link PlanOption#REPLACE_FOREIGN} also the records and objects of Helm releases,
     *     with {@link PlanOption#ADOPT} those of the release
     * @return the plan; it has obstacles where an object belongs to another owner or Kubernetes rejects it
     */
    public Plan plan(List<Manifest> desired, Inventory inventory, LiveState state) {
        Map<ObjectRef, Manifest> live = byRef(state.live());
        AdoptedRelease release = AdoptedRelease.of(this, state.live());
        List<Change> changes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<Manifest> scaled = new ArrayList<>();
        for (Manifest object : desired) {
            Optional<Manifest> found = Optional.ofNullable(live.get(object.ref()));
            Optional<DryRunResult> dryRun = Optional.ofNullable(state.dryRuns().get(object.ref()));
            Optional<Autoscaler> autoscaler =
                    found.flatMap(before -> Autoscaler.of(before, object, state.autoscalers()));
            autoscaler.ifPresent(scaler -> warnings.add(scaler.warning(object)));
            scaled.add(autoscaler.map(scaler -> scaler.scale(object)).orElse(object));
            changes.add(change(object, found, dryRun, autoscaler, release));
        }
        freeClaims(changes, live);
        changes.addAll(reusedClaims(changes, live));
        changes.addAll(leftovers(desired, inventory.refs(), live));
        changes.addAll(unusedClaims(scaled, inventory.made(state.live(), this::mayChange)));
        changes.addAll(new ReleaseLeftovers(this).of(desired, state.live()));
        warnings.addAll(new InitialVariables(live, byRef(earlier)).warnings(changes));
        warnings.addAll(LoadBalancers.warnings(desired, live));
        return new Plan(changes, DataLoss.of(changes, live), warnings);
    }

    private static Map<ObjectRef, Manifest> byRef(List<Manifest> objects) {
        return objects.stream().collect(Collectors.toMap(Manifest::ref, object -> object));
    }

    private Change change(
            Manifest wanted,
            Optional<Manifest> live,
            Optional<DryRunResult> dryRun,
            Optional<Autoscaler> autoscaler,
            AdoptedRelease release) {
        Optional<Manifest> foreign = live.filter(found -> !mayChange(found));
        if (foreign.isPresent()) {
            return foreign(wanted, foreign.get());
        }
        if (dryRun.isEmpty()) {
            return Change.of(live.isEmpty() ? Change.Action.CREATE : Change.Action.UPDATE, wanted, "");
        }
        if (dryRun.get() instanceof DryRunResult.Refused refused) {
            return Change.of(Change.Action.REFUSED, wanted, mask.text(refused.reason()));
        }
        if (dryRun.get() instanceof DryRunResult.Unanswered unanswered) {
            return Change.of(Change.Action.REFUSED, wanted, mask.text(unanswered.reason()));
        }
        if (dryRun.get() instanceof DryRunResult.Immutable immutable) {
            boolean recreate = options.contains(PlanOption.RECREATE);
            return new Immutable(wanted, live, mask).change(mask.text(immutable.reason()), recreate);
        }
        Manifest accepted = ((DryRunResult.Accepted) dryRun.get()).result();
        Manifest scaled = autoscaler.map(scaler -> scaler.scale(wanted)).orElse(wanted);
        Manifest result = autoscaler.map(scaler -> scaler.scale(accepted)).orElse(accepted);
        return live.map(before -> update(scaled, differences(before, result, scaled, release)))
                .orElseGet(() -> Change.of(Change.Action.CREATE, wanted, ""));
    }

    private Change foreign(Manifest wanted, Manifest live) {
        String otherOwner = Owner.of(live);
        if (!options.contains(PlanOption.REPLACE_FOREIGN)) {
            Set<Change.Effect> effects = isOfOwnRelease(live) ? Set.of(Change.Effect.ADOPTABLE) : Set.of();
            return Change.of(Change.Action.CONFLICT, wanted, List.of(), effects, otherOwner);
        }
        return wanted.ref().isClaim()
                ? Change.of(
                        Change.Action.UPDATE,
                        wanted,
                        "it belongs to " + otherOwner + " and is taken over with its data")
                : Change.replace(wanted, "it belongs to " + otherOwner);
    }

    /** Returns what applying changes, and the foreign fields that it would leave. */
    private List<FieldChange> differences(Manifest before, Manifest result, Manifest wanted, AdoptedRelease release) {
        List<FieldChange> fields = new ArrayList<>(Difference.between(before, result, mask));
        fields.addAll(
                owner.owns(before) ? ForeignFields.of(before, wanted, mask) : release.removedFields(wanted, mask));
        return fields;
    }

    private static Change update(Manifest wanted, List<FieldChange> fields) {
        if (fields.isEmpty()) {
            return Change.of(Change.Action.UNCHANGED, wanted, "");
        }
        List<FieldChange> shown = fields.stream()
                .filter(field -> !field.path().equals(Checksums.PATH))
                .toList();
        return Change.of(
                shown.isEmpty() ? Change.Action.RESTART : Change.Action.UPDATE,
                wanted,
                shown,
                Restart.effect(fields),
                shown.isEmpty() ? "a ConfigMap or Secret that its pods read changes" : "");
    }

    /** Kubernetes deletes a claim only when no pod uses it, so the workloads that use it are replaced, too. */
    private static void freeClaims(List<Change> changes, Map<ObjectRef, Manifest> live) {
        Set<String> claims = changes.stream()
                .filter(change ->
                        change.action() == Change.Action.REPLACE && change.ref().isClaim())
                .map(change -> change.ref().name())
                .collect(Collectors.toSet());
        if (!claims.isEmpty()) {
            changes.replaceAll(change -> live.containsKey(change.ref()) ? freed(change, claims) : change);
        }
    }

    private static Change freed(Change change, Set<String> claims) {
        boolean uses = change.wanted().flatMap(PodTemplate::of).stream()
                .flatMap(template -> template.claims().stream())
                .anyMatch(claims::contains);
        return uses && !change.action().blocks()
                ? Change.replace(change.wanted().orElseThrow(), "it uses a claim that is replaced")
                : change;
    }

    private List<Change> leftovers(List<Manifest> desired, List<ObjectRef> inventory, Map<ObjectRef, Manifest> live) {
        // Without apiVersion, because one object can be served under several versions.
        Set<List<String>> wanted = new HashSet<>();
        desired.forEach(object -> wanted.add(identity(object.ref())));
        return inventory.stream()
                .filter(ref -> wanted.add(identity(ref)))
                .flatMap(ref -> Optional.ofNullable(live.get(ref)).stream())
                .filter(owner::owns)
                .map(object -> Leftover.of(object, options))
                .toList();
    }

    /** Returns the claims of earlier pods that new StatefulSets use again. */
    private static List<Change> reusedClaims(List<Change> changes, Map<ObjectRef, Manifest> live) {
        List<Manifest> created = changes.stream()
                .filter(change -> change.action() == Change.Action.CREATE)
                .flatMap(change -> change.wanted().stream())
                .toList();
        return TemplateClaims.of(created).stream()
                .flatMap(claims -> claims.names().stream()
                        .map(name -> ObjectRef.claim(claims.statefulSet().ref().namespace(), name))
                        .filter(live::containsKey)
                        .map(claim -> Leftover.reused(claim, claims.statefulSet())))
                .toList();
    }

    /** Returns what becomes of claims that Kubernetes made for pods which are no longer desired. */
    private List<Change> unusedClaims(List<Manifest> desired, List<Manifest> made) {
        Set<String> used = desired.stream()
                .flatMap(object -> PodTemplate.of(object).stream())
                .flatMap(template -> template.claims().stream())
                .collect(Collectors.toSet());
        return made.stream()
                .filter(claim -> !used.contains(claim.ref().name()))
                .map(claim -> Leftover.of(claim, options))
                .toList();
    }

    static List<String> identity(ObjectRef ref) {
        return List.of(ref.kind(), ref.namespace(), ref.name());
    }
}
