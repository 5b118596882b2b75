package io.kubefate.server.service.image;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.ClusterImages;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.registry.DockerConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the credentials that the kubelet would pull with. Reports what cannot be read as a warning and continues without it. */
final class PullSecrets {

    /** The Secret types that the kubelet accepts, and the key of the configuration in each. */
    private static final Map<String, String> KEYS =
            Map.of("kubernetes.io/dockerconfigjson", ".dockerconfigjson", "kubernetes.io/dockercfg", ".dockercfg");

    private final Kubernetes kubernetes;
    private final String namespace;
    private final List<LocatedProblem> warnings = new ArrayList<>();

    PullSecrets(Kubernetes kubernetes, String namespace) {
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
        this.namespace = requireNonNull(namespace, "namespace is null");
    }

    List<LocatedProblem> warnings() {
        return List.copyOf(warnings);
    }

    /** Returns the credentials of the Secrets that the pods reference, or their ServiceAccounts if the pods reference none. */
    List<DockerConfig> read(ClusterImages images) {
        Set<String> names = new TreeSet<>(images.pullSecrets());
        names.addAll(ofAccounts(images.serviceAccounts()));
        return names.stream().flatMap(name -> read(name).stream()).toList();
    }

    private List<String> ofAccounts(Set<String> accounts) {
        return accounts.stream()
                .flatMap(account -> find("ServiceAccount", account).stream())
                .flatMap(account -> names(account.content().get("imagePullSecrets")).stream())
                .toList();
    }

    private static List<String> names(@Nullable Object references) {
        return (references instanceof Collection<?> list ? list : List.of())
                .stream()
                        .filter(Map.class::isInstance)
                        .map(reference -> Objects.toString(((Map<?, ?>) reference).get("name"), ""))
                        .toList();
    }

    private Optional<DockerConfig> read(String name) {
        Optional<Manifest> secret = find("Secret", name);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        Optional<DockerConfig> config =
                configuration(secret.get()).flatMap(text -> DockerConfig.read("secret " + name, text));
        if (config.isEmpty()) {
            warn("secret " + name + " in namespace " + namespace
                    + " has no Docker configuration or the wrong type; create one with: kubectl create secret"
                    + " docker-registry");
        }
        return config;
    }

    private static Optional<String> configuration(Manifest secret) {
        String key = KEYS.getOrDefault(Objects.toString(secret.content().get("type")), "");
        return Optional.ofNullable(Manifest.map(secret.content(), "data").get(key))
                .flatMap(base64 -> decode(base64.toString()));
    }

    private static Optional<String> decode(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Manifest> find(String kind, String name) {
        try {
            Optional<Manifest> found = kubernetes.find(List.of(new ObjectRef("v1", kind, namespace, name))).stream()
                    .findFirst();
            if (found.isEmpty() && kind.equals("Secret")) {
                warn("secret " + name + " not found in namespace " + namespace
                        + "; the registries are queried without it");
            }
            return found;
        } catch (KubernetesException e) {
            warn("the registries are queried without " + kind + " " + name + ", cannot read it: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void warn(String message) {
        warnings.add(LocatedProblem.warning("imagePullSecrets", message));
    }
}
