package io.kubefate.server.engine.plan;

import static io.kubefate.api.PreflightCheck.failed;
import static io.kubefate.api.PreflightCheck.passed;
import static io.kubefate.api.PreflightCheck.unknown;

import io.kubefate.api.PreflightCheck;
import io.kubefate.server.engine.Owner;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.server.kubernetes.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks whether Kubernetes can take what is wanted, before anything is done. Each finding comes with its remedy. No I/O. */
public final class Preflight {

    private static final String UNSEEN = "this service may not look at them";

    private final Owner owner;
    private final Site site;
    private final List<Manifest> desired;
    private final Plan plan;

    private Preflight(Owner owner, Site site, List<Manifest> desired, Plan plan) {
        this.owner = owner;
        this.site = site;
        this.desired = desired;
        this.plan = plan;
    }

    /**
     * Checks everything.
     *
     * @param owner the cluster
     * @param site what it would meet
     * @param desired the wanted objects
     * @param plan what is to be done
     * @return one result for each check, and one for each further finding
     */
    public static List<PreflightCheck> checks(Owner owner, Site site, List<Manifest> desired, Plan plan) {
        Preflight preflight = new Preflight(owner, site, desired, plan);
        List<PreflightCheck> checks = new ArrayList<>();
        checks.add(preflight.namespace());
        checks.add(preflight.permissions());
        checks.add(preflight.kinds());
        checks.addAll(new RoomCheck(site, plan, desired).checks());
        checks.add(preflight.storageClasses());
        checks.add(preflight.nodePorts());
        checks.add(preflight.ingressClasses());
        return checks;
    }

    private PreflightCheck namespace() {
        String name = owner.namespace();
        if (site.phase().isEmpty()) {
            return passed("namespace", name + " will be made");
        }
        return site.phase().equals("Active")
                ? passed("namespace", name + " exists")
                : failed("namespace", name + " is " + site.phase(), "wait until it is gone, or use another namespace");
    }

    private PreflightCheck permissions() {
        return site.denied().isEmpty()
                ? passed("permissions", "this service may do what is needed")
                : failed(
                        "permissions",
                        "in namespace " + owner.namespace() + " this service may not: "
                                + String.join(", ", site.denied()),
                        "grant it in a Role; deploy/rbac-config.yaml has all that is needed");
    }

    private PreflightCheck kinds() {
        return site.unserved().isEmpty()
                ? passed("kinds", "this Kubernetes serves all of them")
                : failed(
                        "kinds",
                        "this Kubernetes does not serve " + String.join(", ", site.unserved()),
                        "install what defines them (CRDs), or switch off in the file what makes them");
    }

    private PreflightCheck storageClasses() {
        Set<String> wanted = desired.stream()
                .filter(object -> object.ref().isClaim())
                .map(claim -> Objects.toString(claim.spec().get("storageClassName"), ""))
                .collect(Collectors.toCollection(TreeSet::new));
        return among("storage classes", wanted, site.storageClasses(), "failed", "kubectl get storageclass lists them");
    }

    private PreflightCheck ingressClasses() {
        Set<String> wanted = desired.stream()
                .filter(object -> object.kind().equals("Ingress"))
                .map(Preflight::ingressClass)
                .collect(Collectors.toCollection(TreeSet::new));
        return among(
                "ingress classes",
                wanted,
                site.ingressClasses(),
                "warning",
                "install an ingress controller or set ingressClassName; the web pages have no address without");
    }

    private static String ingressClass(Manifest ingress) {
        String annotation = ingress.annotation("kubernetes.io/ingress.class");
        return Objects.toString(ingress.spec().get("ingressClassName"), annotation);
    }

    private static PreflightCheck among(
            String check, Set<String> wanted, Optional<Set<String>> there, String status, String remedy) {
        if (wanted.isEmpty()) {
            return passed(check, "none is needed");
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
                .map(name -> name.isEmpty() ? "there is no default one" : "there is no " + name)
                .collect(Collectors.joining(", "));
        return new PreflightCheck(check, status, names, remedy);
    }

    private PreflightCheck nodePorts() {
        Map<Integer, String> wanted = desired.stream()
                .filter(object -> object.kind().equals("Service"))
                .flatMap(service -> ports(service)
                        .map(port -> Map.entry(
                                port, owner.namespace() + "/" + service.ref().name())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
        if (wanted.isEmpty()) {
            return passed("node ports", "none is asked for");
        }
        if (site.nodePorts().isEmpty()) {
            return unknown("node ports", UNSEEN);
        }
        Map<Integer, String> used = site.nodePorts().get();
        String taken = wanted.keySet().stream()
                .sorted()
                .filter(port -> used.containsKey(port) && !isOurs(used.get(port), wanted.get(port)))
                .map(port -> port + " is used by Service " + used.get(port))
                .collect(Collectors.joining(", "));
        return taken.isEmpty()
                ? passed("node ports", "free: " + new TreeSet<>(wanted.keySet()))
                : failed("node ports", taken, "write another nodePort, or leave it out to get a free one");
    }

    /** A port that goes from one Service to another of the same cluster is only free if the first goes. */
    private boolean isOurs(String user, String wanting) {
        return user.equals(wanting)
                || plan.refs(Change.Action.REMOVE).stream()
                        .anyMatch(
                                ref -> ref.kind().equals("Service") && user.equals(ref.namespace() + "/" + ref.name()));
    }

    private static Stream<Integer> ports(Manifest service) {
        Collection<?> ports = service.spec().get("ports") instanceof Collection<?> list ? list : List.of();
        return ports.stream()
                .filter(Map.class::isInstance)
                .map(port -> ((Map<?, ?>) port).get("nodePort"))
                .filter(Number.class::isInstance)
                .map(port -> ((Number) port).intValue());
    }
}
