package io.kubefate.server.service;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.DiagnosisCheck;
import io.kubefate.api.Plugin;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.planning.preflight.PreflightFacts.ClusterFacts;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks what the service depends on, for users who cannot read its log. */
public final class DiagnosisService {

    private static final String PERMISSIONS = "permissions";
    private static final String PREFLIGHT = "preflight checks";
    private static final String INGRESS = "ingress";

    private final Supplier<Optional<String>> database;
    private final Kubernetes kubernetes;
    private final Supplier<List<Plugin>> plugins;
    private final Supplier<Optional<String>> settings;
    private final Supplier<Optional<String>> encryption;

    /**
     * The checks.
     *
     * @param database returns why the database is unavailable
     * @param plugins returns the installed and the rejected plugins
     * @param settings returns what the administrator has to change
     * @param encryption returns why passwords are not encrypted
     */
    public DiagnosisService(
            Supplier<Optional<String>> database,
            Kubernetes kubernetes,
            Supplier<List<Plugin>> plugins,
            Supplier<Optional<String>> settings,
            Supplier<Optional<String>> encryption) {
        this.database = requireNonNull(database, "database is null");
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
        this.plugins = requireNonNull(plugins, "plugins is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.encryption = requireNonNull(encryption, "encryption is null");
    }

    /**
     * Runs all checks.
     *
     * @param namespace the namespace in which the permissions of the service are checked; need not exist
     */
    public List<DiagnosisCheck> check(String namespace) {
        List<DiagnosisCheck> checks = new ArrayList<>();
        Optional<String> failure = database.get();
        checks.add(database(failure));
        checks.addAll(kubernetes(namespace));
        if (failure.isEmpty()) {
            checks.addAll(plugins());
        }
        checks.add(settings());
        checks.add(encryption());
        return checks;
    }

    private static DiagnosisCheck database(Optional<String> failure) {
        return failure.map(reason -> DiagnosisCheck.failed(
                        "database",
                        reason,
                        "Check that the database runs, and the variables FATECLOUD_DB_… of the service."))
                .orElseGet(() -> DiagnosisCheck.ok("database", "available"));
    }

    private List<DiagnosisCheck> kubernetes(String namespace) {
        try {
            DiagnosisCheck available = DiagnosisCheck.ok("kubernetes", kubernetes.description());
            if (!kubernetes.hasLimits()) {
                return List.of(
                        available,
                        DiagnosisCheck.ok(PERMISSIONS, "the sandbox requires none"),
                        DiagnosisCheck.ok(PREFLIGHT, "the sandbox has no limits"),
                        DiagnosisCheck.ok(INGRESS, "not needed: the sandbox serves no web pages"));
            }
            PreflightFacts facts = kubernetes.preflightFacts(namespace, "", kinds(namespace));
            return List.of(
                    available,
                    permissions(facts, namespace),
                    preflight(facts.cluster()),
                    ingress(facts.cluster().ingressClasses()));
        } catch (KubernetesException e) {
            return List.of(DiagnosisCheck.failed(
                    "kubernetes",
                    String.valueOf(e.getMessage()),
                    "Check the kubeconfig or the service account of the service, and the network to the API server."));
        }
    }

    /** The kinds that every release installs. */
    private static List<ObjectRef> kinds(String namespace) {
        return Stream.of(
                        List.of("v1", "ConfigMap"),
                        List.of("v1", "Secret"),
                        List.of("v1", "Service"),
                        List.of("v1", "PersistentVolumeClaim"),
                        List.of("apps/v1", "Deployment"),
                        List.of("apps/v1", "StatefulSet"),
                        List.of("batch/v1", "Job"),
                        List.of("networking.k8s.io/v1", "Ingress"))
                .map(kind -> new ObjectRef(kind.get(0), kind.get(1), namespace, "any"))
                .toList();
    }

    private static DiagnosisCheck permissions(PreflightFacts facts, String namespace) {
        return facts.denied().isEmpty()
                ? DiagnosisCheck.ok(PERMISSIONS, "the service can manage clusters in namespace " + namespace)
                : DiagnosisCheck.failed(
                        PERMISSIONS,
                        "the service must not " + String.join(", ", facts.denied()) + " in namespace " + namespace,
                        "Grant its service account the permissions of deploy/rbac-config.yaml.");
    }

    /** A service with permissions in some namespaces only works without them. */
    private static DiagnosisCheck preflight(ClusterFacts facts) {
        List<String> unknown = Stream.of(
                        unknown(
                                facts.capacity(),
                                "the free capacity of nodes (list nodes, and pods in all namespaces)"),
                        unknown(facts.storageClasses(), "storage classes (list storageclasses)"),
                        unknown(facts.nodePorts(), "node ports in use (list services in all namespaces)"))
                .flatMap(Optional::stream)
                .toList();
        return unknown.isEmpty()
                ? DiagnosisCheck.ok(PREFLIGHT, "the service can check plans against the whole Kubernetes cluster")
                : DiagnosisCheck.warning(
                        PREFLIGHT,
                        "the service must not read, so plans do not check: " + String.join(", ", unknown),
                        "Grant its service account the ClusterRole of rbac-config.yaml, unless it must not have it.");
    }

    private static Optional<String> unknown(Optional<?> fact, String name) {
        return fact.isPresent() ? Optional.empty() : Optional.of(name);
    }

    private static DiagnosisCheck ingress(Optional<Set<String>> classes) {
        if (classes.isEmpty()) {
            return DiagnosisCheck.warning(
                    INGRESS,
                    "the service must not list IngressClasses",
                    "Grant its service account the permissions of deploy/rbac-config.yaml.");
        }
        if (classes.get().isEmpty()) {
            return DiagnosisCheck.warning(
                    INGRESS,
                    "there is no IngressClass",
                    "Install an ingress controller, or open web pages with: kubefate cluster open");
        }
        List<String> names =
                classes.get().stream().filter(name -> !name.isEmpty()).sorted().toList();
        return classes.get().contains("")
                ? DiagnosisCheck.ok(INGRESS, "classes " + String.join(", ", names) + ", one of them the default")
                : DiagnosisCheck.warning(
                        INGRESS,
                        "no default among the classes " + String.join(", ", names),
                        "Set ingressClassName in each cluster.yaml, or make one of the classes the default.");
    }

    private List<DiagnosisCheck> plugins() {
        List<Plugin> all = plugins.get();
        List<DiagnosisCheck> checks = new ArrayList<>();
        List<String> releases = all.stream()
                .filter(plugin -> plugin.state().equals("loaded"))
                .flatMap(plugin -> plugin.releases().stream())
                .toList();
        checks.add(
                releases.isEmpty()
                        ? DiagnosisCheck.failed(
                                "plugins",
                                "no release can be installed",
                                "Upload a plugin: kubefate plugin install -f FILE")
                        : DiagnosisCheck.ok("plugins", String.join(", ", releases)));
        all.stream()
                .filter(plugin -> !plugin.reason().isEmpty())
                .forEach(plugin -> checks.add(DiagnosisCheck.warning(
                        "plugin " + (plugin.id().isEmpty() ? plugin.file() : plugin.id()),
                        plugin.state() + ": " + plugin.reason(),
                        "See: kubefate plugin list")));
        return checks;
    }

    private DiagnosisCheck settings() {
        return settings.get()
                .map(warning ->
                        DiagnosisCheck.warning("settings", warning, "Change the setting, and restart the service."))
                .orElseGet(() -> DiagnosisCheck.ok("settings", "no sample password"));
    }

    private DiagnosisCheck encryption() {
        return encryption
                .get()
                .map(warning -> DiagnosisCheck.warning(
                        "encryption", warning, "Create a key with: openssl rand -base64 32; see docs/security.md."))
                .orElseGet(() -> DiagnosisCheck.ok("encryption", "passwords in the database are encrypted"));
    }
}
