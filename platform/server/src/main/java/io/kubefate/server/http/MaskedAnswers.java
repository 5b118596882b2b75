package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.server.service.Masking;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Masks passwords in every JSON response to a request with {@code masked=true}, and sets a header, so that a client can detect a
 * server that does not support the parameter.
 */
final class MaskedAnswers implements ContainerResponseFilter {

    static final String HEADER = "Kubefate-Masked";

    private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};
    private static final Set<String> OF_CLUSTERS = Set.of("cluster", "log");

    private final Masking masking;
    private final ObjectMapper json;

    MaskedAnswers(Masking masking, ObjectMapper json) {
        this.masking = requireNonNull(masking, "masking is null");
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean wanted = "true".equals(request.getUriInfo().getQueryParameters().getFirst("masked"));
        boolean isJson = MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
        if (wanted && isJson && response.hasEntity()) {
            Map<String, Object> answer = json.convertValue(response.getEntity(), ANSWER);
            response.setEntity(masking.mask(answer, cluster(request.getUriInfo().getPath())));
            response.getHeaders().putSingle(HEADER, "true");
        }
    }

    /** {@return the cluster id in a path like {@code v1/cluster/{uuid}/revision}} */
    private static Optional<String> cluster(String path) {
        String[] parts = path.split("/", -1);
        boolean named = parts.length > 2 && OF_CLUSTERS.contains(parts[1]) && !parts[2].isEmpty();
        return named ? Optional.of(parts[2]) : Optional.empty();
    }
}
