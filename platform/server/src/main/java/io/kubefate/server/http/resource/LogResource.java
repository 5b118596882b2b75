package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.LogParameters;
import io.kubefate.server.http.description.Queries;
import io.kubefate.server.http.description.QueryKind;
import io.kubefate.server.http.description.WebSocket;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.http.stream.LogSocket;
import io.kubefate.server.http.stream.Sockets;
import io.kubefate.server.http.stream.StreamMasks;
import io.kubefate.server.service.access.LogService;
import io.kubefate.server.service.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/**
 * The logs of a cluster. Query parameters: {@code container} (or a module, or a pod), {@code previous}, {@code since} (seconds),
 * {@code since-time}, {@code timestamps}, {@code tail}, {@code limit-bytes}.
 */
@Path("/v1/log/{uuid}")
@Produces(MediaType.APPLICATION_JSON)
public final class LogResource {

    private final LogService logs;
    private final StreamMasks masks;
    private final Sockets sockets;

    public LogResource(LogService logs, StreamMasks masks, Sockets sockets) {
        this.logs = requireNonNull(logs, "logs is null");
        this.masks = requireNonNull(masks, "masks is null");
        this.sockets = requireNonNull(sockets, "sockets is null");
    }

    /** Returns the current logs. If they come from several containers, each line starts with the container. */
    @GET
    @Requires(value = Permission.LOGS, in = Scope.CLUSTER)
    @Queries(QueryKind.LOGS)
    public Reply<String> read(@PathParam("uuid") String uuid, @Context UriInfo uri) {
        return new Reply<>(
                "getClusterLog Success", logs.read(uuid, new LogParameters(uri.getQueryParameters()).read()));
    }

    /** Streams logs over a WebSocket, one text frame for each line; without passwords for users who may not see them. */
    @GET
    @Path("ws")
    @Requires(value = Permission.LOGS, in = Scope.CLUSTER)
    @Audited("logs")
    @WebSocket
    @Queries(QueryKind.LOGS)
    public void follow(
            @PathParam("uuid") String uuid,
            @Context UriInfo uri,
            @Auth User user,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        LogService.Follower follower = logs.follow(uuid, new LogParameters(uri.getQueryParameters()).read())
                .mapped(masks.lines(uuid, user, uri, response));
        sockets.upgrade(
                request, response, whenClosed -> new LogSocket(follower, () -> logs.exists(uuid), sockets, whenClosed));
    }
}
