package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.VersionInfo;
import io.kubefate.planning.manifest.Quantities;
import io.kubefate.planning.preflight.PodSecurityLevel;
import io.kubefate.planning.preflight.PreflightFacts.NamespaceFacts;
import io.kubefate.planning.preflight.PreflightFacts.Quota;
import io.kubefate.server.concurrent.Parallel;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the facts about a namespace for preflight rules, all concurrently. */
final class NamespaceFactsReader {

    /** The minor version of Kubernetes from which on namespaces enforce Pod Security levels. */
    private static final int POD_SECURITY = 23;

    /** The scopes of a quota that includes all pods of workloads. */
    private static final Set<String> ALL_PODS = Set.of("NotTerminating");

    private final KubernetesClient client;
    private final Parallel parallel;

    NamespaceFactsReader(KubernetesClient client, Parallel parallel) {
        this.client = client;
        this.parallel = parallel;
    }

    NamespaceFacts read(String name) {
        var quotas = parallel.start(() -> ApiErrors.ifAllowed(
                () -> client.resourceQuotas().inNamespace(name).list().getItems()));
        var ranges = parallel.start(() -> ApiErrors.ifAllowed(
                () -> client.limitRanges().inNamespace(name).list().getItems()));
        Optional<Optional<Namespace>> namespace = ApiErrors.ifAllowed(
                () -> Optional.ofNullable(client.namespaces().withName(name).get()));
        return new NamespaceFacts(
                // a namespace that cannot be read may still exist
                namespace
                        .map(found -> found.map(NamespaceFactsReader::phase).orElse(""))
                        .orElse("Active"),
                namespace
                        .flatMap(found -> found)
                        .map(NamespaceFactsReader::remaining)
                        .orElse(""),
                namespace.map(found -> found.map(this::podSecurity).orElse(PodSecurityLevel.PRIVILEGED)),
                Parallel.join(quotas).orElse(List.of()).stream()
                        .filter(NamespaceFactsReader::includesAllPods)
                        .map(NamespaceFactsReader::quota)
                        .toList(),
                Parallel.join(ranges).map(NamespaceFactsReader::defaults));
    }

    private static String phase(Namespace namespace) {
        return namespace.getStatus().getPhase();
    }

    private static String remaining(Namespace namespace) {
        return namespace.getStatus().getConditions().stream()
                .filter(condition -> "True".equals(condition.getStatus()))
                .map(condition -> Objects.toString(condition.getMessage(), condition.getType()))
                .collect(joining("; "));
    }

    /** The label has no effect in an old Kubernetes, whose version is requested only if the label matters. */
    private PodSecurityLevel podSecurity(Namespace namespace) {
        return Optional.ofNullable(namespace.getMetadata().getLabels())
                .flatMap(labels -> Optional.ofNullable(labels.get(PodSecurityLevel.LABEL)))
                .flatMap(PodSecurityLevel::of)
                .filter(level -> level != PodSecurityLevel.PRIVILEGED && isPodSecurityEnforced())
                .orElse(PodSecurityLevel.PRIVILEGED);
    }

    private boolean isPodSecurityEnforced() {
        VersionInfo version = client.getKubernetesVersion();
        String minor = Objects.toString(version.getMinor(), "").replaceAll("\\D", "");
        return !"1".equals(version.getMajor()) || minor.isEmpty() || Integer.parseInt(minor) >= POD_SECURITY;
    }

    /** Other quotas depend on the priority and the quality of service of each pod, and so prove nothing. */
    private static boolean includesAllPods(ResourceQuota quota) {
        return quota.getSpec().getScopeSelector() == null
                && ALL_PODS.containsAll(quota.getSpec().getScopes());
    }

    /** A controller sets the usage, so it can be missing in a new quota. */
    private static Quota quota(ResourceQuota quota) {
        return new Quota(
                quota.getMetadata().getName(),
                amounts(quota.getSpec().getHard()),
                amounts(quota.getStatus() == null ? Map.of() : quota.getStatus().getUsed()));
    }

    private static Map<String, BigDecimal> defaults(List<LimitRange> ranges) {
        Map<String, BigDecimal> defaults = new HashMap<>();
        ranges.stream()
                .flatMap(range -> range.getSpec().getLimits().stream())
                .filter(item -> "Container".equals(item.getType()))
                .forEach(item -> {
                    amounts(item.getDefaultRequest())
                            .forEach((name, amount) -> defaults.put("requests." + name, amount));
                    amounts(item.getDefault()).forEach((name, amount) -> defaults.put("limits." + name, amount));
                });
        return defaults;
    }

    private static Map<String, BigDecimal> amounts(Map<String, Quantity> quantities) {
        return Objects.requireNonNullElse(quantities, Map.<String, Quantity>of()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> Quantities.amount(entry.getValue())));
    }
}
