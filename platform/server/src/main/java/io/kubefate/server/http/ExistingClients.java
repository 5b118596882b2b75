package io.kubefate.server.http;

import io.kubefate.api.Reply;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Adapts every reply to what its client can decode. Runs before {@link MaskedAnswers}, which makes maps of the records. */
@Priority(Priorities.USER + 1)
final class ExistingClients implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Reply<?> reply && reply.data() != null) {
            Decoder decoder = Decoder.of(Optional.ofNullable(request.getHeaderString(HttpHeaders.USER_AGENT)));
            response.setEntity(new Reply<>(
                    reply.msg(), decoder.adapt(reply.data()), reply.warnings(), reply.next(), reply.remaining()));
        }
    }
}
