package io.kubefate.server.http;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Reply;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the version of a cluster as the ETag of a response. Runs before {@link MaskedAnswers}, which makes maps of the records. */
@Priority(Priorities.USER + 2)
final class EntityTags implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Reply<?> reply) {
            tag(reply.data()).ifPresent(tag -> response.getHeaders().putSingle(HttpHeaders.ETAG, '"' + tag + '"'));
        }
    }

    private static Optional<String> tag(@Nullable Object data) {
        if (data instanceof Cluster cluster) {
            return Optional.ofNullable(cluster.etag());
        }
        return data instanceof ClusterPlan plan ? Optional.ofNullable(plan.etag()) : Optional.empty();
    }
}
