package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.PodTemplate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether there is room: on the nodes and in the namespace's quotas. */
final class CapacityRules {

    private final PreflightFacts facts;
    private final Plan plan;
    private final List<Manifest> desired;

    CapacityRules(PreflightFacts facts, Plan plan, List<Manifest> desired) {
        this.facts = facts;
        this.plan = plan;
        this.desired = desired;
    }

    List<PreflightFinding> checks() {
        List<PreflightFinding> checks = new ArrayList<>();
        checks.add(capacity());
        List<PreflightFinding> exceeded = facts.quotas().stream()
                .flatMap(
                        quota -> quota.hard().keySet().stream().sorted().flatMap(resource -> exceeded(quota, resource)))
                .toList();
        checks.addAll(exceeded);
        if (exceeded.isEmpty()) {
            String message = facts.quotas().isEmpty() ? "the namespace has none" : "there is room in all of them";
            checks.add(PreflightFinding.passed("quota", message));
        }
        return checks;
    }

    private PreflightFinding capacity() {
        if (facts.free().isEmpty()) {
            return PreflightFinding.unknown("capacity", "this service may not look at nodes and pods");
        }
        List<String> lacks = Stream.of("cpu", "memory")
                .flatMap(resource -> lack(resource, facts.free().get().get(resource)))
                .toList();
        return lacks.isEmpty()
                ? PreflightFinding.passed("capacity", "the nodes have what the pods ask for")
                : PreflightFinding.failed(
                        "capacity", String.join(", ", lacks), "add nodes, or ask for less in the file");
    }

    private Stream<String> lack(String resource, BigDecimal free) {
        BigDecimal asked = requests(desired, resource);
        return asked.compareTo(free) > 0
                ? Stream.of("%s: %s is asked for, %s is free"
                        .formatted(resource, shown(resource, asked), shown(resource, free)))
                : Stream.empty();
    }

    private Stream<PreflightFinding> exceeded(PreflightFacts.Quota quota, String resource) {
        BigDecimal more = additional(resource);
        BigDecimal used = quota.used().getOrDefault(resource, BigDecimal.ZERO);
        BigDecimal hard = quota.hard().get(resource);
        if (more.signum() <= 0 || used.add(more).compareTo(hard) <= 0) {
            return Stream.empty();
        }
        String message = "ResourceQuota/%s: %s: %s more, %s of %s used"
                .formatted(quota.name(), resource, shown(resource, more), shown(resource, used), shown(resource, hard));
        return Stream.of(PreflightFinding.failed("quota", message, "raise the quota, or ask for less in the file"));
    }

    /** What the objects that are created add to what a quota counts; of what a quota may count, the usual things. */
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

    private static BigDecimal requests(List<Manifest> objects, String resource) {
        return templates(objects)
                .map(template -> template.request(resource).multiply(BigDecimal.valueOf(template.replicas())))
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
