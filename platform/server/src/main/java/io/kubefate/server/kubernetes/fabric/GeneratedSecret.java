package io.kubefate.server.kubernetes.fabric;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.SecretList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A Secret with random values: 32 bytes in Base64, for passwords and keys. Each value is generated once and never replaced, so that several pods that start at the same time agree on
 * it.
 */
public final class GeneratedSecret {

    private static final int BYTES = 32;

    /** Each attempt fails only if another pod has changed the Secret in between, which happens once for each of them at most. */
    private static final int ATTEMPTS = 20;

    private final Connection connection;
    private final Optional<String> namespace;
    private final String name;
    private final SecureRandom random = new SecureRandom();

    /** A Secret in the namespace of the pod, or of the context of the kubeconfig. */
    public GeneratedSecret(Connection connection, String name) {
        this(connection, Optional.empty(), name);
    }

    GeneratedSecret(Connection connection, String namespace, String name) {
        this(connection, Optional.of(namespace), name);
    }

    private GeneratedSecret(Connection connection, Optional<String> namespace, String name) {
        this.connection = requireNonNull(connection, "connection is null");
        this.namespace = namespace;
        this.name = requireNonNull(name, "name is null");
    }

    /**
     * Creates the Secret if it does not exist, and adds the keys that it does not have.
     *
     * @param keys the keys that it needs
     * @return the keys that were added
     * @throws io.kubefate.server.kubernetes.KubernetesException if Kubernetes is unavailable or refuses
     */
    public List<String> complete(Collection<String> keys) {
        try (KubernetesClient client = connection.open(builder -> {})) {
            var secrets = client.secrets().inNamespace(namespace.orElseGet(client::getNamespace));
            return connection.run("generate Secret " + name, () -> complete(secrets, keys, ATTEMPTS));
        }
    }

    private List<String> complete(
            NonNamespaceOperation<Secret, SecretList, Resource<Secret>> secrets,
            Collection<String> keys,
            int attempts) {
        try {
            return tryToComplete(secrets, keys);
        } catch (KubernetesClientException exception) {
            if (!ApiErrors.isConflict(exception) || attempts == 1) {
                throw exception;
            }
            return complete(secrets, keys, attempts - 1);
        }
    }

    private List<String> tryToComplete(
            NonNamespaceOperation<Secret, SecretList, Resource<Secret>> secrets, Collection<String> keys) {
        Optional<Secret> found = Optional.ofNullable(secrets.withName(name).get());
        Map<String, String> existing = found.map(Secret::getData)
                .map(data -> Objects.requireNonNullElse(data, Map.<String, String>of()))
                .orElse(Map.of());
        List<String> missing = keys.stream()
                .filter(key -> !existing.containsKey(key))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return missing;
        }
        SecretBuilder secret = found.map(SecretBuilder::new).orElseGet(this::empty);
        missing.forEach(key -> secret.addToStringData(key, value()));
        if (found.isPresent()) {
            secrets.resource(secret.build()).update();
        } else {
            secrets.resource(secret.build()).create();
        }
        return missing;
    }

    private SecretBuilder empty() {
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withType("Opaque");
    }

    private String value() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
