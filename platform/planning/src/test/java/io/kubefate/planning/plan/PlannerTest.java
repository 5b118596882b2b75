package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.planning.manifest.HelmRelease;
import io.kubefate.planning.manifest.HelmStorage;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.manifest.Ownership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Owner OWNER = new Owner("id", "fate", "ns");

    private final List<Manifest> live = new ArrayList<>();
    private final Map<ObjectRef, DryRunResult> trials = new HashMap<>();

    @Test
    void createsWhatIsNotThere() {
        Manifest wanted = configMap("settings", "a");
        accept(wanted);

        assertThat(plan(wanted)).extracting(Change::action).containsExactly(Change.Action.CREATE);
    }

    @Test
    void leavesAloneWhatTheDryRunDoesNotChange() {
        Manifest wanted = configMap("settings", "a");
        live.add(wanted);
        accept(wanted);

        assertThat(plan(wanted)).extracting(Change::action).containsExactly(Change.Action.UNCHANGED);
    }

    @Test
    void tellsTheFieldsOfAnUpdate() {
        live.add(configMap("settings", "a"));
        Manifest wanted = configMap("settings", "b");
        accept(wanted);

        assertThat(plan(wanted)).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo(Change.Action.UPDATE);
            assertThat(change.fields()).containsExactly(new FieldChange("data.key", "a", "b"));
        });
    }

    @Test
    void restartsWhatReadsAChangedConfigMap() {
        Manifest reader = deployment("python", "settings", "data");
        live.addAll(OWNER.mark(List.of(configMap("settings", "a"), reader), 1));
        List<Manifest> wanted = OWNER.mark(List.of(configMap("settings", "b"), reader), 2);
        wanted.forEach(this::accept);

        assertThat(planning(false)
                        .plan(wanted, Inventory.NONE, new LiveState(live, trials))
                        .changes())
                .extracting(Change::action)
                .containsExactly(Change.Action.UPDATE, Change.Action.RESTART);
    }

    @Test
    void doesNotChangeAnObjectOfAnotherOwner() {
        Manifest wanted = configMap("settings", "a");
        live.add(wanted.withLabel(Ownership.CLUSTER, "other").withAnnotation(Ownership.OWNER, "them@ns"));
        accept(wanted);

        assertThat(plan(wanted)).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo(Change.Action.CONFLICT);
            assertThat(change.text()).isEqualTo("ConfigMap/settings belongs to cluster them@ns");
        });
    }

    @Test
    void replacesAnObjectOfAnotherOwnerIfTheUserAllowsIt() {
        Manifest wanted = configMap("settings", "a");
        live.add(wanted.withLabel(Ownership.CLUSTER, "other").withAnnotation(Ownership.OWNER, "them@ns"));
        accept(wanted);

        assertThat(new Planner(OWNER, Set.of(PlanOption.REPLACE_FOREIGN), Mask.of(List.of()))
                        .plan(List.of(wanted), Inventory.NONE, new LiveState(live, trials))
                        .changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.action()).isEqualTo(Change.Action.REPLACE);
                    assertThat(change.note()).isEqualTo("it belongs to cluster them@ns");
                });
    }

    @Test
    void takesOverAClaimOfAnotherOwnerWithItsDataIfTheUserAllowsIt() {
        Manifest wanted = claim("data");
        live.add(wanted.withLabel(Ownership.CLUSTER, "other").withAnnotation(Ownership.OWNER, "them@other"));
        accept(wanted);

        assertThat(new Planner(OWNER, Set.of(PlanOption.REPLACE_FOREIGN), Mask.of(List.of()))
                        .plan(List.of(wanted), Inventory.NONE, new LiveState(live, trials))
                        .changes())
                .extracting(Change::action)
                .containsExactly(Change.Action.UPDATE);
    }

    @Test
    void updatesTheObjectsOfTheReleaseThatItAdopts() {
        Manifest old = ofHelm("fate", configMap("settings", "a"));
        Manifest wanted = OWNER.mark(List.of(configMap("settings", "b")), 1).get(0);
        live.add(old);
        live.add(HelmStorage.of("ns", "fate")
                .objects(List.of(withData(old, Map.of("key", "a", "gone", "c"))))
                .record());
        accept(wanted);

        assertThat(adoption()
                        .plan(List.of(wanted), Inventory.NONE, new LiveState(live, trials))
                        .changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.action()).isEqualTo(Change.Action.UPDATE);
                    assertThat(change.fields())
                            .contains(new FieldChange("data.key", "a", "b"), new FieldChange("data.gone", "c", ""));
                });
    }

    @Test
    void adoptsNothingOfAnotherRelease() {
        Manifest wanted = configMap("settings", "a");
        live.add(ofHelm("other", wanted));
        accept(wanted);

        assertThat(adoption()
                        .plan(List.of(wanted), Inventory.NONE, new LiveState(live, trials))
                        .conflicts())
                .extracting(Change::note)
                .containsExactly("Helm release other");
    }

    @Test
    void removesWhatTheReleaseHasMoreButKeepsItsClaims() {
        live.add(ofHelm("fate", configMap("left", "a")));
        live.add(ofHelm("fate", claim("data")));

        assertThat(adoption()
                        .plan(List.of(), Inventory.NONE, new LiveState(live, trials))
                        .changes())
                .extracting(Change::action, Change::note)
                .containsExactly(
                        tuple(Change.Action.REMOVE, ""), tuple(Change.Action.KEEP, "it and its data are kept"));
    }

    private static Planner adoption() {
        return new Planner(OWNER, Set.of(PlanOption.ADOPT), Mask.of(List.of()));
    }

    private static Manifest ofHelm(String release, Manifest object) {
        return HelmRelease.mark(object.withMetadata("labels", Map.of()), release);
    }

    private static Manifest withData(Manifest object, Map<String, Object> data) {
        Map<String, Object> content = new LinkedHashMap<>(object.content());
        content.put("data", data);
        return new Manifest(content);
    }

    @Test
    void tellsWhatKubernetesRefuses() {
        Manifest wanted = configMap("settings", "a");
        trials.put(wanted.ref(), new DryRunResult.Refused("exceeded quota"));

        assertThat(plan(wanted)).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo(Change.Action.REFUSED);
            assertThat(change.note()).isEqualTo("exceeded quota");
        });
    }

    @Test
    void refusesAnImmutableFieldWithAdvice() {
        Manifest claim = claim("data");
        live.add(claim);
        trials.put(claim.ref(), new DryRunResult.Immutable("spec is immutable"));

        assertThat(plan(claim)).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo(Change.Action.REFUSED);
            assertThat(change.note()).contains("spec is immutable", "--recreate", "deletes its data");
        });
    }

    @Test
    void namesTheFieldsThatCannotChange() {
        live.add(claim("data", "Bound", "nfs"));
        Manifest wanted = claim("data");
        trials.put(wanted.ref(), new DryRunResult.Immutable("spec is immutable"));

        assertThat(plan(wanted))
                .singleElement()
                .satisfies(change -> assertThat(change.note())
                        .startsWith(
                                "it cannot be changed in place: spec.storageClassName nfs -> fast; spec is immutable"));
    }

    @Test
    void replacesAClaimThatNeverHadAVolumeWithoutBeingAsked() {
        Manifest user = deployment("mysql", "settings", "data");
        live.addAll(List.of(claim("data", "Pending", "nfs"), user));
        Manifest wanted = claim("data");
        trials.put(wanted.ref(), new DryRunResult.Immutable("spec is immutable"));
        accept(user);

        assertThat(planning(false)
                        .plan(List.of(wanted, user), Inventory.NONE, new LiveState(live, trials))
                        .changes())
                .extracting(Change::action, Change::note)
                .containsExactly(
                        tuple(
                                Change.Action.REPLACE,
                                "it cannot be changed in place: spec.storageClassName nfs -> fast; it has no volume"
                                        + " yet, so no data are lost"),
                        tuple(Change.Action.REPLACE, "it uses a claim that is replaced"));
    }

    @Test
    void tellsWhyAClaimIsReplacedIfOnlyAFieldIsRemoved() {
        live.add(claim("data", "Pending", "nfs"));
        Manifest wanted = ours("v1", "PersistentVolumeClaim", "data", Map.of("spec", Map.of()));
        trials.put(wanted.ref(), new DryRunResult.Immutable("spec is immutable"));

        assertThat(plan(wanted))
                .extracting(Change::note)
                .containsExactly("it cannot be changed in place: spec is immutable; it has no volume yet, so no data"
                        + " are lost");
    }

    @Test
    void warnsOfALoadBalancerUntilItHasAnAddress() {
        Manifest pending = loadBalancer(Map.of());
        Manifest assigned = loadBalancer(Map.of("ingress", List.of(Map.of("ip", "192.0.2.1"))));

        assertThat(warnings(pending))
                .containsExactly("Service/rollsite: the load balancer has no address yet; unless the cloud or a"
                        + " controller such as MetalLB assigns one, use type NodePort");
        assertThat(warnings(assigned)).isEmpty();
    }

    @Test
    void leavesReplicasToAnAutoscaler() {
        Manifest wanted = deployment("rollsite", "settings", "data").withSpec("replicas", 1);
        live.add(wanted.withSpec("replicas", 2));
        accept(wanted);

        Plan plan = planning(false)
                .plan(List.of(wanted), Inventory.NONE, new LiveState(live, trials, List.of(autoscaler("rollsite"))));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.warnings())
                .containsExactly(
                        "Deployment/rollsite: spec.replicas 2 is left to HorizontalPodAutoscaler/rollsite, which"
                                + " sets 2 to 3; the 1 of the revision is ignored");
    }

    @Test
    void anotherChangeOfAScaledWorkloadKeepsItsReplicas() {
        Manifest wanted = deployment("rollsite", "settings", "data").withSpec("replicas", 1);
        live.add(wanted.withSpec("replicas", 2).withSpec("paused", true));
        accept(wanted);

        assertThat(planning(false)
                        .plan(
                                List.of(wanted),
                                Inventory.NONE,
                                new LiveState(live, trials, List.of(autoscaler("rollsite"))))
                        .changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.fields()).extracting(FieldChange::path).containsExactly("spec.paused");
                    assertThat(change.wanted().orElseThrow().spec()).containsEntry("replicas", 2);
                });
    }

    @Test
    void setsTheReplicasOfAWorkloadThatNoAutoscalerTargets() {
        Manifest wanted = deployment("rollsite", "settings", "data").withSpec("replicas", 1);
        live.add(wanted.withSpec("replicas", 2));
        accept(wanted);

        assertThat(planning(false)
                        .plan(
                                List.of(wanted),
                                Inventory.NONE,
                                new LiveState(live, trials, List.of(autoscaler("python"))))
                        .changes())
                .extracting(Change::action)
                .containsExactly(Change.Action.UPDATE);
    }

    @Test
    void replacesAClaimTogetherWithThePodsThatUseIt() {
        Manifest claim = claim("data");
        Manifest user = deployment("mysql", "settings", "data");
        Manifest other = deployment("python", "settings", "other");
        live.addAll(List.of(claim, user, other));
        trials.put(claim.ref(), new DryRunResult.Immutable("spec is immutable"));
        accept(user);
        accept(other);

        assertThat(planning(true)
                        .plan(List.of(claim, user, other), Inventory.NONE, new LiveState(live, trials))
                        .changes())
                .extracting(Change::action)
                .containsExactly(Change.Action.REPLACE, Change.Action.REPLACE, Change.Action.UNCHANGED);
    }

    @Test
    void removesObjectsOfAnEarlierRevisionAndKeepsItsClaims() {
        live.addAll(List.of(configMap("old", "a"), claim("data")));
        Inventory inventory = Inventory.of(live);

        assertThat(planning(false)
                        .plan(List.of(), inventory, new LiveState(live, trials))
                        .changes())
                .extracting(Change::action)
                .containsExactly(Change.Action.REMOVE, Change.Action.KEEP);
        assertThat(new Planner(OWNER, Set.of(PlanOption.PURGE), Mask.of(List.of()))
                        .plan(List.of(), inventory, new LiveState(live, trials))
                        .changes())
                .extracting(Change::action)
                .containsExactly(Change.Action.REMOVE, Change.Action.REMOVE);
    }

    @Test
    void doesNotRemoveAnObjectThatNowHasAnotherOwner() {
        live.add(configMap("old", "a").withLabel(Ownership.CLUSTER, "other"));

        assertThat(planning(false)
                        .plan(List.of(), Inventory.NONE.with(List.of(live.get(0).ref())), new LiveState(live, trials))
                        .changes())
                .isEmpty();
    }

    @Test
    void anotherApiVersionOfADesiredObjectIsTheSameObject() {
        Manifest wanted = ours("networking.k8s.io/v1", "Ingress", "board", Map.of());
        Manifest before = ours("networking.k8s.io/v1beta1", "Ingress", "board", Map.of());
        live.addAll(List.of(wanted, before));
        accept(wanted);

        assertThat(planning(false)
                        .plan(List.of(wanted), Inventory.NONE.with(List.of(before.ref())), new LiveState(live, trials))
                        .changes())
                .extracting(Change::action)
                .containsExactly(Change.Action.UNCHANGED);
    }

    @Test
    void keepsTheClaimsThatAStatefulSetMadeUnlessTheyArePurged() {
        live.addAll(List.of(made("data-redis-0"), made("data-redis-1")));

        assertThat(unused(Set.of(), redis(1), List.of()))
                .extracting(Change::action, Change::ref, Change::module, Change::note)
                .containsExactly(kept("data-redis-0"), kept("data-redis-1"));
        assertThat(unused(Set.of(PlanOption.PURGE), redis(1), List.of()))
                .allMatch(change -> change.action() == Change.Action.REMOVE && change.deletesVolume());
    }

    private static Tuple kept(String claim) {
        return tuple(
                Change.Action.KEEP,
                ObjectRef.claim("ns", claim),
                "redis",
                "it and its data are kept; --purge deletes them");
    }

    @Test
    void claimsOfPodsThatAreGoneAfterAScaleDownAreNotUsed() {
        live.addAll(List.of(redis(3), made("data-redis-0"), made("data-redis-1"), made("data-redis-2")));

        assertThat(unused(Set.of(), redis(3), List.of(redis(1))))
                .extracting(change -> change.ref().name())
                .containsExactly("data-redis-1", "data-redis-2");
    }

    @Test
    void claimsOfPodsThatAnAutoscalerAddedAreUsed() {
        live.addAll(List.of(redis(2), made("data-redis-0"), made("data-redis-1")));

        Plan plan = planning(false)
                .plan(
                        List.of(redis(1)),
                        Inventory.of(List.of(redis(1))),
                        new LiveState(live, trials, List.of(autoscaler("StatefulSet", "redis"))));

        assertThat(plan.only(Change.Action.KEEP)).isEmpty();
    }

    @Test
    void tellsTheClaimsThatANewStatefulSetUsesAgain() {
        live.add(made("data-redis-0"));

        assertThat(plan(redis(2)))
                .extracting(Change::action, change -> change.ref().name(), Change::note)
                .containsExactly(
                        tuple(Change.Action.CREATE, "redis", ""),
                        tuple(Change.Action.UNCHANGED, "data-redis-0", "StatefulSet/redis uses it with its data"));
    }

    @Test
    void claimsOfOtherOwnersAreNoLeftovers() {
        live.addAll(List.of(
                made("data-redis-0").withLabel(Ownership.CLUSTER, "other"),
                made("data-redis-1").withAnnotation(Ownership.OWNER, "them@ns"),
                HelmRelease.mark(made("data-redis-2"), "them"),
                made("data-redis-3").withLabel("app", "other")));

        assertThat(unused(Set.of(PlanOption.PURGE), redis(1), List.of())).isEmpty();
    }

    @Test
    void claimsOfAStatefulSetThatBelongsToSomebodyElseAreNoLeftovers() {
        live.addAll(List.of(redis(1).withLabel(Ownership.CLUSTER, "other"), made("data-redis-0")));

        assertThat(unused(Set.of(PlanOption.PURGE), redis(1), List.of())).isEmpty();
    }

    private List<Change> unused(Set<PlanOption> options, Manifest earlier, List<Manifest> desired) {
        return new Planner(OWNER, options, Mask.of(List.of()))
                .plan(desired, Inventory.of(List.of(earlier)), new LiveState(live, trials)).changes().stream()
                        .filter(change -> change.ref().isClaim())
                        .toList();
    }

    private static Manifest redis(int replicas) {
        Map<String, Object> spec = Map.of(
                "replicas", replicas,
                "selector", Map.of("matchLabels", Map.of("app", "redis")),
                "template", Map.of("spec", Map.of("containers", List.of(Map.of("name", "redis")))),
                "volumeClaimTemplates", List.of(Map.of("metadata", Map.of("name", "data"))));
        return ours("apps/v1", "StatefulSet", "redis", Map.of("spec", spec)).withLabel(Ownership.MODULE, "redis");
    }

    private static Manifest made(String name) {
        return claim(name).withMetadata("labels", Map.of("app", "redis"));
    }

    private List<Change> plan(Manifest wanted) {
        return planning(false)
                .plan(List.of(wanted), Inventory.NONE, new LiveState(live, trials))
                .changes();
    }

    private static List<String> warnings(Manifest object) {
        return planning(false)
                .plan(List.of(object), Inventory.NONE, new LiveState(List.of(object), Map.of()))
                .warnings();
    }

    private static Planner planning(boolean recreate) {
        return new Planner(OWNER, recreate ? Set.of(PlanOption.RECREATE) : Set.of(), Mask.of(List.of()));
    }

    private void accept(Manifest object) {
        trials.put(object.ref(), new DryRunResult.Accepted(object));
    }

    private static Manifest configMap(String name, String value) {
        return ours("v1", "ConfigMap", name, Map.of("data", Map.of("key", value)));
    }

    private static Manifest claim(String name) {
        return claim(name, "Bound", "fast");
    }

    private static Manifest claim(String name, String phase, String storageClass) {
        return ours(
                "v1",
                "PersistentVolumeClaim",
                name,
                Map.of("spec", Map.of("storageClassName", storageClass), "status", Map.of("phase", phase)));
    }

    private static Manifest loadBalancer(Map<String, Object> status) {
        return ours(
                "v1",
                "Service",
                "rollsite",
                Map.of("spec", Map.of("type", "LoadBalancer"), "status", Map.of("loadBalancer", status)));
    }

    private static Manifest deployment(String name, String configMap, String claim) {
        Map<String, Object> podSpec = Map.of(
                "containers", List.of(Map.of("name", name)),
                "volumes",
                        List.of(
                                Map.of("configMap", Map.of("name", configMap)),
                                Map.of("persistentVolumeClaim", Map.of("claimName", claim))));
        return ours("apps/v1", "Deployment", name, Map.of("spec", Map.of("template", Map.of("spec", podSpec))));
    }

    private static Manifest autoscaler(String deployment) {
        return autoscaler("Deployment", deployment);
    }

    private static Manifest autoscaler(String kind, String name) {
        Map<String, Object> target = Map.of("apiVersion", "apps/v1", "kind", kind, "name", name);
        return ours(
                "autoscaling/v1",
                "HorizontalPodAutoscaler",
                name,
                Map.of("spec", Map.of("scaleTargetRef", target, "minReplicas", 2, "maxReplicas", 3)));
    }

    private static Manifest ours(String apiVersion, String kind, String name, Map<String, Object> more) {
        Map<String, Object> content = new LinkedHashMap<>(more);
        content.put("apiVersion", apiVersion);
        content.put("kind", kind);
        content.put("metadata", Map.of("name", name, "namespace", "ns", "labels", Map.of(Ownership.CLUSTER, "id")));
        return new Manifest(content);
    }
}
