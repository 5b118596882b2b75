package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds that the connected Kubernetes serves, including custom ones. Caches only kinds that are served, since a custom kind
 * can be added at any time.
 */
final class ApiResources {

    private final KubernetesClient client;
    private final Map<String, Map<String, ResourceDefinitionContext>> known = new ConcurrentHashMap<>();

    ApiResources(KubernetesClient client) {
        this.client = client;
    }

    /** Returns the resource of a kind, or empty if Kubernetes does not serve it. */
    Optional<ResourceDefinitionContext> find(String apiVersion, String kind) {
        Map<String, ResourceDefinitionContext> kinds = known.getOrDefault(apiVersion, Map.of());
        if (!kinds.containsKey(kind)) {
            kinds = read(apiVersion);
            known.put(apiVersion, kinds);
        }
        return Optional.ofNullable(kinds.get(kind));
    }

    private Map<String, ResourceDefinitionContext> read(String apiVersion) {
        APIResourceList list = client.getApiResources(apiVersion);
        if (list == null) {
            return Map.of();
        }
        return list.getResources().stream()
                .filter(resource -> !resource.getName().contains("/"))
                .collect(toUnmodifiableMap(
                        APIResource::getKind, resource -> context(apiVersion, resource), (first, second) -> first));
    }

    private static ResourceDefinitionContext context(String apiVersion, APIResource resource) {
        int slash = apiVersion.indexOf('/');
        return new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : apiVersion.substring(0, slash))
                .withVersion(apiVersion.substring(slash + 1))
                .withKind(resource.getKind())
                .withPlural(resource.getName())
                .withNamespaced(Boolean.TRUE.equals(resource.getNamespaced()))
                .build();
    }
}
