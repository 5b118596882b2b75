package io.kubefate.server.http.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ErrorReply;
import io.kubefate.api.Job;
import io.kubefate.api.Plugin;
import io.kubefate.api.Reply;
import io.kubefate.server.http.security.Authentication;
import io.kubefate.server.http.security.Unauthorized;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.audit.AuditService;
import io.kubefate.server.service.audit.AuditedObject;
import io.kubefate.server.service.audit.AuditedRequest;
import io.kubefate.server.service.audit.AuditedRequest.Answer;
import io.kubefate.server.service.audit.AuditedRequest.Sender;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records the requests of one resource method when they are answered. Runs before the filters that change the answer. */
@Priority(Priorities.USER + 10)
final class AuditRecorder implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRecorder.class);

    private static final Set<Integer> DENIED =
            Set.of(Status.UNAUTHORIZED.getStatusCode(), Status.FORBIDDEN.getStatusCode());

    private final AuditService audit;
    private final AuditedMethod method;

    AuditRecorder(AuditService audit, AuditedMethod method) {
        this.audit = requireNonNull(audit, "audit is null");
        this.method = requireNonNull(method, "method is null");
    }

    /** No failure of the audit changes an answer. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        try {
            record(request, response);
        } catch (RuntimeException e) {
            LOG.error("a request is not recorded", e);
        }
    }

    private void record(ContainerRequestContext request, ContainerResponseContext response) {
        AuditTrail trail =
                request.getProperty(AuditTrail.PROPERTY) instanceof AuditTrail told ? told : new AuditTrail();
        int status = trail.isDenied() ? Status.UNAUTHORIZED.getStatusCode() : response.getStatus();
        boolean isDenied = DENIED.contains(status);
        boolean isRecorded = method.isRecorded() && !trail.isReadOnly();
        if ((isRecorded || isDenied) && request.getProperty(Arrival.PROPERTY) instanceof Arrival arrival) {
            audit.record(new AuditedRequest(
                    arrival.id(),
                    sender(request, arrival, trail),
                    method.verb(),
                    object(request, response, trail),
                    new Answer(status, detail(response, trail), arrival.age()),
                    isRecorded && method.isChange()));
        }
    }

    private static Sender sender(ContainerRequestContext request, Arrival arrival, AuditTrail trail) {
        String agent = Optional.ofNullable(request.getHeaderString(HttpHeaders.USER_AGENT))
                .orElse("");
        return trail.sender()
                .or(() -> principal(request))
                .map(user -> new Sender(
                        true,
                        user.name(),
                        user.token().kind().name().toLowerCase(Locale.ROOT),
                        user.token().id(),
                        arrival.address(),
                        agent))
                .orElseGet(() -> new Sender(
                        false,
                        trail.user()
                                .or(() -> Authentication.refusedUser(request))
                                .orElse(""),
                        "",
                        "",
                        arrival.address(),
                        agent));
    }

    private static Optional<User> principal(ContainerRequestContext request) {
        return request.getSecurityContext().getUserPrincipal() instanceof User user
                ? Optional.of(user)
                : Optional.empty();
    }

    private AuditedObject object(ContainerRequestContext request, ContainerResponseContext response, AuditTrail trail) {
        MultivaluedMap<String, String> path = request.getUriInfo().getPathParameters();
        String uuid = Optional.ofNullable(path.getFirst("uuid")).orElse("");
        String name = Optional.ofNullable(path.getFirst("id")).orElse("");
        AuditedObject object = trail.object().orElseGet(() -> new AuditedObject(method.kind(), "", name, uuid));
        Object data = response.getEntity() instanceof Reply<?> reply ? reply.data() : null;
        if (data instanceof Job job && object.uuid().isEmpty()) {
            return object.withUuid(job.clusterId());
        }
        return data instanceof Plugin plugin ? new AuditedObject(object.kind(), "", plugin.id(), "") : object;
    }

    /** Only codes of errors: a message can repeat what the request contains. */
    private static String detail(ContainerResponseContext response, AuditTrail trail) {
        return String.join(
                "; ",
                Stream.of(trail.detail(), detail(response.getEntity()))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static String detail(Object entity) {
        if (entity instanceof ErrorReply error) {
            return error.code();
        }
        if (entity instanceof Unauthorized unauthorized) {
            return unauthorized.message();
        }
        return entity instanceof Reply<?> reply && reply.data() != null ? detailOf(reply.data()) : "";
    }

    private static String detailOf(Object data) {
        if (data instanceof Job job) {
            return "job " + job.uuid();
        }
        return data instanceof Plugin plugin ? "version " + plugin.version() : "";
    }
}
