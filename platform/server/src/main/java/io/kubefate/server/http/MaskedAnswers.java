package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.server.http.security.MaskedParameter;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.Masking;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.identity.ResourceNamespaces;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Masks passwords in every JSON response to a request with {@code masked=true}, and those of the clusters in namespaces in which the user
 * may not see them in every response. {@link io.kubefate.server.http.stream.StreamMasks} does it for streams.
 */
final class MaskedAnswers implements ContainerResponseFilter {

    private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};
    private static final Set<String> OF_CLUSTERS = Set.of("cluster", "log");
    private static final Set<String> WITH_PASSWORDS = Set.of("cluster", "log", "job");

    private final Masking masking;
    private final ResourceNamespaces namespaces;
    private final ObjectMapper json;
    private final FailureMapper failures;

    MaskedAnswers(Masking masking, ResourceNamespaces namespaces, ObjectMapper json, FailureMapper failures) {
        this.masking = requireNonNull(masking, "masking is null");
        this.namespaces = requireNonNull(namespaces, "namespaces is null");
        this.json = requireNonNull(json, "json is null");
        this.failures = requireNonNull(failures, "failures is null");
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String kind = kind(request.getUriInfo());
        Namespaces unmasked = MaskedParameter.isSet(request.getUriInfo()) ? Namespaces.NONE : unmasked(request, kind);
        boolean isJson = MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
        if (!unmasked.all() && isJson && response.hasEntity()) {
            mask(response, cluster(request.getUriInfo(), kind), unmasked);
        }
    }

    /** The passwords are in the database. While it is unavailable, they are not known, and the response is dropped. */
    private void mask(ContainerResponseContext response, Optional<String> cluster, Namespaces unmasked) {
        try {
            Map<String, Object> answer = json.convertValue(response.getEntity(), ANSWER);
            response.setEntity(masking.mask(answer, cluster, clusters -> masked(clusters, unmasked)));
            response.getHeaders().putSingle(MaskedParameter.HEADER, "true");
        } catch (RuntimeException e) {
            Response failure = failures.toResponse(e);
            response.setStatusInfo(failure.getStatusInfo());
            response.setEntity(failure.getEntity());
        }
    }

    private static Namespaces unmasked(ContainerRequestContext request, String kind) {
        return WITH_PASSWORDS.contains(kind) && request.getSecurityContext().getUserPrincipal() instanceof User user
                ? user.namespaces(Permission.SECRETS)
                : Namespaces.ALL;
    }

    /** {@return those of some clusters, given by their ids, that are not in some namespaces} */
    private Set<String> masked(Set<String> clusters, Namespaces unmasked) {
        if (unmasked.isEmpty()) {
            return clusters;
        }
        Map<String, String> places = namespaces.ofClusters().apply(clusters);
        return clusters.stream()
                .filter(cluster -> !unmasked.contains(places.getOrDefault(cluster, "")))
                .collect(toSet());
    }

    /** {@return the cluster of a route like {@code /v1/cluster/{uuid}/revision}} */
    private static Optional<String> cluster(UriInfo uri, String kind) {
        return OF_CLUSTERS.contains(kind)
                ? Optional.ofNullable(uri.getPathParameters().getFirst("uuid"))
                : Optional.empty();
    }

    /**
     * Returns {@code cluster} for a route like {@code /v1/cluster/{uuid}}. The path as the client wrote it can look different from the
     * route that Jersey matched.
     *
     * @return empty text if no route matched, so that the response is only an error
     */
    private static String kind(UriInfo uri) {
        String[] route = uri.getMatchedResources().stream()
                .reduce((inner, outer) -> outer)
                .map(resource -> resource.getClass().getAnnotation(Path.class))
                .map(Path::value)
                .orElse("")
                .split("/", -1);
        return route.length > 2 ? route[2] : "";
    }
}
