package io.kubefate.planning.preflight;

import static io.kubefate.planning.preflight.PreflightFinding.failed;
import static io.kubefate.planning.preflight.PreflightFinding.passed;
import static io.kubefate.planning.preflight.PreflightFinding.unknown;
import static io.kubefate.planning.preflight.PreflightFinding.warning;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.NodePorts;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.manifest.PodTemplate;
import io.kubefate.planning.manifest.TemplateClaims;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks whether a plan can succeed, before it is executed. */
public final class Preflight {

    private static final String UNSEEN = "the service has no permission to read them";

    private final Owner owner;
    private final PreflightFacts facts;
    private final List<Manifest> desired;
    private final Plan plan;

    private Preflight(Owner owner, PreflightFacts facts, List<Manifest> desired, Plan plan) {
        this.owner = owner;
        this.facts = facts;
        this.desired = desired;
        this.plan = plan;
    }

    /**
     * Runs all preflight rules.
     *
     * @param owner the cluster
     * @param facts the facts about Kubernetes
     * @param desired the desired objects
     * @param plan the plan to check
     * @return the findings: one for each rule, and one for each exceeded quota
     */
    public static List<PreflightFinding> findings(
            Owner owner, PreflightFacts facts, List<Manifest> desired, Plan plan) {
        Preflight preflight = new Preflight(owner, facts, desired, plan);
        List<PreflightFinding> findings = new ArrayList<>();
        findings.add(preflight.namespace());
        findings.add(permissions(owner, facts));
        findings.add(preflight.kinds());
        findings.add(preflight.podSecurity());
        findings.addAll(new CapacityRules(facts, plan, desired).findings());
        findings.add(preflight.storageClasses());
        findings.add(preflight.nodePorts());
        findings.add(preflight.ingressClasses());
        return findings;
    }

    /**
     * Returns why the service cannot even plan in the namespace; empty if it has all permissions there.
     *
     * @param owner the cluster
     * @param facts the facts about Kubernetes
     */
    public static Optional<PreflightFinding> missingPermissions(Owner owner, PreflightFacts facts) {
        return Optional.of(permissions(owner, facts)).filter(PreflightFinding::isFailure);
    }

    private PreflightFinding namespace() {
        String name = owner.namespace();
        if (facts.namespace().phase().isEmpty()) {
            return passed("namespace", name + " will be created");
        }
        String remaining = facts.namespace().remaining();
        return facts.namespace().phase().equals("Active")
                ? passed("namespace", name + " exists")
                : failed(
                        "namespace",
                        name + " is being deleted" + (remaining.isEmpty() ? "" : "; it waits for: " + remaining),
                        "wait until it is gone, or use another namespace");
    }

    /** Running pods stay when the level of a namespace changes, so only new ones are rejected. */
    private PreflightFinding podSecurity() {
        Optional<PodSecurityLevel> enforced = facts.namespace().podSecurity();
        String needed = "the pods need level " + needed().text();
        if (enforced.isEmpty()) {
            return unknown(
                    "pod security", needed + "; the service has no permission to read the level of the namespace");
        }
        String level = "namespace " + owner.namespace() + " enforces level "
                + enforced.get().text();
        if (needed().compareTo(enforced.get()) >= 0) {
            return passed("pod security", needed + "; " + level);
        }
        Set<String> objects = new TreeSet<>();
        Set<String> controls = new TreeSet<>();
        plan.newPods().forEach(pod -> {
            List<String> violated = PodSecurityControl.violated(pod, enforced.get());
            controls.addAll(violated);
            objects.addAll(
                    violated.isEmpty() ? List.of() : List.of(pod.object().ref().toString()));
        });
        String remedy = "their images need level %s: kubectl label --overwrite namespace %s %s=%s"
                .formatted(needed().text(), owner.namespace(), PodSecurityLevel.LABEL, needed().text());
        return objects.isEmpty()
                ? warning("pod security", level + ", which rejects pods that restart", remedy)
                : failed(
                        "pod security",
                        "%s, which rejects the pods of %s (%s)"
                                .formatted(level, String.join(", ", objects), String.join(", ", controls)),
                        remedy);
    }

    /** Returns the highest level that all pods comply with. */
    private PodSecurityLevel needed() {
        return Stream.of(PodSecurityLevel.RESTRICTED, PodSecurityLevel.BASELINE)
                .filter(level -> desired.stream()
                        .flatMap(object -> PodTemplate.of(object).stream())
                        .allMatch(pod -> PodSecurityControl.violated(pod, level).isEmpty()))
                .findFirst()
                .orElse(PodSecurityLevel.PRIVILEGED);
    }

    private static PreflightFinding permissions(Owner owner, PreflightFacts facts) {
        return facts.denied().isEmpty()
                ? passed("permissions", "the service has the required permissions")
                : failed(
                        "permissions",
                        "in namespace " + owner.namespace() + " the service has no permission to: "
                                + String.join(", ", facts.denied()),
                        PodSecurityPolicies.isDenied(facts.denied())
                                ? PodSecurityPolicies.NOT_ALLOWED
                                : "grant it: with the Helm chart, add the namespace to rbac.namespaces; otherwise, bind a Role with"
                                        + " the rules of deploy/rbac-config.yaml to the service account of the service in this"
                                        + " namespace");
    }

    private PreflightFinding kinds() {
        return facts.unserved().isEmpty()
                ? passed("kinds", "Kubernetes serves all kinds")
                : failed(
                        "kinds",
                        "Kubernetes does not serve " + String.join(", ", facts.unserved()),
                        PodSecurityPolicies.isUnserved(facts.unserved())
                                ? PodSecurityPolicies.REMOVED
                                : "install their CustomResourceDefinitions, or disable the features in cluster.yaml that need them");
    }

    private PreflightFinding storageClasses() {
        Set<String> wanted = Stream.of(Change.Action.CREATE, Change.Action.REPLACE)
                .flatMap(action -> plan.only(action).stream())
                .flatMap(change -> change.wanted().stream())
                .flatMap(Preflight::claims)
                .map(claim -> Objects.toString(claim.spec().get("storageClassName"), ""))
                .collect(Collectors.toCollection(TreeSet::new));
        return among(
                "storage classes",
                wanted,
                facts.cluster().storageClasses(),
                PreflightFinding.Status.FAILED,
                "list the storage classes with: kubectl get storageclass; if volumes are provisioned manually, continue with --force");
    }

    /** Returns the object if it is a claim, or its claim templates. */
    private static Stream<Manifest> claims(Manifest object) {
        return object.ref().isClaim()
                ? Stream.of(object)
                : TemplateClaims.of(List.of(object)).stream().flatMap(TemplateClaims::templates);
    }

    private PreflightFinding ingressClasses() {
        Set<String> wanted = desired.stream()
                .filter(object -> object.kind().equals("Ingress"))
                .map(Preflight::ingressClass)
                .collect(Collectors.toCollection(TreeSet::new));
        return among(
                "ingress classes",
                wanted,
                facts.cluster().ingressClasses(),
                PreflightFinding.Status.WARNING,
                "install an ingress controller or set ingressClassName; without it, the web pages have no address");
    }

    private static String ingressClass(Manifest ingress) {
        String annotation = ingress.annotation("kubernetes.io/ingress.class");
        return Objects.toString(ingress.spec().get("ingressClassName"), annotation);
    }

    private static PreflightFinding among(
            String check,
            Set<String> wanted,
            Optional<Set<String>> there,
            PreflightFinding.Status status,
            String remedy) {
        if (wanted.isEmpty()) {
            return passed(check, "none is required");
        }
        if (there.isEmpty()) {
            return unknown(check, UNSEEN);
        }
        List<String> missing =
                wanted.stream().filter(name -> !there.get().contains(name)).toList();
        if (missing.isEmpty()) {
            return passed(check, "all exist");
        }
        String names = missing.stream()
                .map(name -> name.isEmpty() ? "there is no default class" : name + " does not exist")
                .collect(Collectors.joining(", "));
        return new PreflightFinding(check, status, names, remedy);
    }

    private PreflightFinding nodePorts() {
        Set<Integer> wanted = desired.stream()
                .flatMap(object -> NodePorts.of(object).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (wanted.isEmpty()) {
            return passed("node ports", "none is requested");
        }
        if (facts.cluster().nodePorts().isEmpty()) {
            return unknown("node ports", UNSEEN);
        }
        Map<Integer, String> used = facts.cluster().nodePorts().get();
        Set<String> ours = ours();
        String taken = wanted.stream()
                .filter(port -> used.containsKey(port) && !ours.contains(used.get(port)))
                .map(port -> port + " is used by Service " + used.get(port))
                .collect(Collectors.joining(", "));
        return taken.isEmpty()
                ? passed("node ports", "free: " + wanted)
                : failed("node ports", taken, "choose another nodePort, or omit it to get a free one");
    }

    /** Returns the Services that the plan changes or removes: they give up the ports that they no longer have afterwards. */
    private Set<String> ours() {
        return plan.changes().stream()
                .filter(change -> !change.action().blocks())
                .map(Change::ref)
                .filter(ref -> ref.kind().equals("Service"))
                .map(ref -> ref.namespace() + "/" + ref.name())
                .collect(Collectors.toSet());
    }
}
