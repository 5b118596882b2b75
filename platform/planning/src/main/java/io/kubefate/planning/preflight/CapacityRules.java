package io.kubefate.planning.preflight;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.PodTemplate;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks whether nodes and quotas have capacity for the pods. */
final class CapacityRules {

    private static final List<String> RESOURCES = List.of("cpu", "memory");
    private static final String UNREADABLE = "the service has no permission to read nodes and pods";

    private final PreflightFacts facts;
    private final Plan plan;
    private final List<Manifest> desired;

    CapacityRules(PreflightFacts facts, Plan plan, List<Manifest> desired) {
        this.facts = facts;
        this.plan = plan;
        this.desired = desired;
    }

    List<PreflightFinding> findings() {
        List<PreflightFinding> findings = new ArrayList<>();
        findings.add(nodeSize());
        findings.add(capacity());
        List<PreflightFacts.Quota> quotas = facts.namespace().quotas();
        List<PreflightFinding> failed = quotas.stream()
                .flatMap(quota -> Stream.concat(
                        unspecified(quota),
                        quota.hard().keySet().stream().sorted().flatMap(resource -> exceeded(quota, resource))))
                .toList();
        findings.addAll(failed);
        if (failed.isEmpty()) {
            String message = quotas.isEmpty() ? "the namespace has no quota" : "no quota is exceeded";
            findings.add(PreflightFinding.passed("quota", message));
        }
        return findings;
    }

    /** Kubernetes rejects a pod if a quota limits a resource that one of its containers does not specify. */
    private Stream<PreflightFinding> unspecified(PreflightFacts.Quota quota) {
        List<PodTemplate> pods = plan.newPods();
        Set<String> resources = new TreeSet<>();
        Set<String> objects = new TreeSet<>();
        for (String resource : quota.hard().keySet()) {
            for (PodTemplate pod : pods) {
                if (!isSpecified(pod, resource)) {
                    resources.add(resource);
                    objects.add(pod.object().ref().toString());
                }
            }
        }
        String message = "ResourceQuota/%s requires that every container specifies %s; these do not: %s"
                .formatted(quota.name(), String.join(", ", resources), String.join(", ", objects));
        return resources.isEmpty()
                ? Stream.empty()
                : Stream.of(PreflightFinding.failed(
                        "quota",
                        message,
                        "create a LimitRange with defaults (default, defaultRequest) in the namespace, or set resources in"
                                + " cluster.yaml"));
    }

    /** Returns whether each container specifies the resource, or may do so by default, or a quota of it does not concern containers. */
    private boolean isSpecified(PodTemplate pod, String resource) {
        boolean limit = resource.startsWith("limits.");
        String name = resource.replaceFirst("^(requests|limits)[.]", "");
        boolean byDefault = facts.namespace()
                .defaults()
                .map(defaults -> defaults.containsKey((limit ? "limits." : "requests.") + name))
                .orElse(true);
        return !RESOURCES.contains(name) || byDefault || pod.specifies(name, limit);
    }

    /** A pod that is larger than every node never starts, however much capacity other pods release. */
    private PreflightFinding nodeSize() {
        Optional<PreflightFacts.Capacity> capacity = facts.cluster().capacity();
        if (capacity.isEmpty()) {
            return PreflightFinding.unknown("node size", UNREADABLE);
        }
        String tooLarge = desired.stream()
                .flatMap(object -> PodTemplate.of(object).stream()
                        .filter(pod -> capacity.get().nodes().stream().noneMatch(node -> fits(pod, node)))
                        .map(pod -> "%s requests %s cpu and %s memory"
                                .formatted(
                                        object.ref(),
                                        shown("cpu", request(pod, "cpu")),
                                        shown("memory", request(pod, "memory")))))
                .collect(Collectors.joining(", "));
        return tooLarge.isEmpty()
                ? PreflightFinding.passed("node size", "every pod fits on a node")
                : PreflightFinding.failed(
                        "node size", "no node is large enough: " + tooLarge, "add a larger node, or request less");
    }

    private boolean fits(PodTemplate pod, Map<String, BigDecimal> node) {
        return RESOURCES.stream()
                .allMatch(resource ->
                        request(pod, resource).compareTo(node.getOrDefault(resource, BigDecimal.ZERO)) <= 0);
    }

    /** Only a warning, because other pods may end and nodes may be added. */
    private PreflightFinding capacity() {
        if (facts.cluster().capacity().isEmpty()) {
            return PreflightFinding.unknown("capacity", UNREADABLE);
        }
        Map<String, BigDecimal> free = facts.cluster().capacity().get().free();
        List<String> lacks = RESOURCES.stream()
                .flatMap(resource -> lack(resource, free.getOrDefault(resource, BigDecimal.ZERO)))
                .toList();
        return lacks.isEmpty()
                ? PreflightFinding.passed("capacity", "the nodes have enough free capacity")
                : PreflightFinding.warning("capacity", String.join(", ", lacks), "add nodes, or request less");
    }

    private Stream<String> lack(String resource, BigDecimal free) {
        BigDecimal asked = requests(desired, resource);
        return asked.compareTo(free) > 0
                ? Stream.of(
                        "%s: %s requested, %s free".formatted(resource, shown(resource, asked), shown(resource, free)))
                : Stream.empty();
    }

    private Stream<PreflightFinding> exceeded(PreflightFacts.Quota quota, String resource) {
        BigDecimal more = additional(resource);
        BigDecimal used = quota.used().getOrDefault(resource, BigDecimal.ZERO);
        BigDecimal hard = quota.hard().getOrDefault(resource, BigDecimal.ZERO);
        if (more.signum() <= 0 || used.add(more).compareTo(hard) <= 0) {
            return Stream.empty();
        }
        String message = "ResourceQuota/%s: %s: %s more, %s of %s used"
                .formatted(quota.name(), resource, shown(resource, more), shown(resource, used), shown(resource, hard));
        return Stream.of(PreflightFinding.failed("quota", message, "raise the quota, or request less"));
    }

    /** Returns how much the created objects add to the usage of a quota. Supports the common resources of quotas. */
    private BigDecimal additional(String resource) {
        List<Manifest> created = plan.only(Change.Action.CREATE).stream()
                .flatMap(change -> change.wanted().stream())
                .toList();
        return switch (resource) {
            case "cpu", "requests.cpu" -> requests(created, "cpu");
            case "memory", "requests.memory" -> requests(created, "memory");
            case "pods", "count/pods" ->
                BigDecimal.valueOf(
                        templates(created).mapToInt(PodTemplate::replicas).sum());
            default ->
                BigDecimal.valueOf(created.stream()
                        .filter(object -> plural(object)
                                .equals(resource.replaceFirst("^count/", "").replaceFirst("[.].*", "")))
                        .count());
        };
    }

    private BigDecimal request(PodTemplate pod, String resource) {
        BigDecimal otherwise = facts.namespace()
                .defaults()
                .map(defaults -> defaults.get("requests." + resource))
                .orElse(BigDecimal.ZERO);
        return pod.request(resource, otherwise);
    }

    private BigDecimal requests(List<Manifest> objects, String resource) {
        return templates(objects)
                .map(template -> request(template, resource).multiply(BigDecimal.valueOf(template.replicas())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<PodTemplate> templates(List<Manifest> objects) {
        return objects.stream().flatMap(object -> PodTemplate.of(object).stream());
    }

    private static String plural(Manifest object) {
        String kind = object.kind().toLowerCase(Locale.ROOT);
        return kind.endsWith("s") ? kind + "es" : kind + "s";
    }

    private static String shown(String resource, BigDecimal amount) {
        return resource.endsWith("memory")
                ? amount.divide(BigDecimal.valueOf(1L << 20), 0, RoundingMode.HALF_UP) + "Mi"
                : amount.stripTrailingZeros().toPlainString();
    }
}
