package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.description.WebSocket;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.stream.ChannelSocket;
import io.kubefate.server.http.stream.Sockets;
import io.kubefate.server.http.stream.StreamMasks;
import io.kubefate.server.kubernetes.access.PodChannel;
import io.kubefate.server.service.access.PageService;
import io.kubefate.server.service.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Access to the web pages of a cluster from outside Kubernetes. */
@Path("/v1/cluster/{uuid}/forward/ws")
public final class ForwardResource {

    private static final int ERROR = 1;

    private final PageService pages;
    private final Sockets sockets;

    public ForwardResource(PageService pages, Sockets sockets) {
        this.pages = requireNonNull(pages, "pages is null");
        this.sockets = requireNonNull(sockets, "sockets is null");
    }

    /**
     * Connects to a page. The frames of the WebSocket carry its streams, as in the Kubernetes protocol {@code v4.channel.k8s.io}.
     * Operators only: a notebook, or a database with a well-known password, gives as much access as a command.
     *
     * @param module the name of the page or of its module
     */
    @GET
    @Requires(value = Permission.EXEC, in = Scope.CLUSTER)
    @Audited("forward")
    @WebSocket
    public void forward(
            @PathParam("uuid") String uuid,
            @QueryParam("module") @DefaultValue("") String module,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        StreamMasks.refuse(uri);
        AuditTrail.of(request).detail("module " + module);
        Consumer<PodChannel.Listener> begin = pages.forward(uuid, module);
        sockets.upgrade(
                request,
                response,
                whenClosed -> new ChannelSocket(begin, ERROR, UnaryOperator.identity(), sockets, whenClosed));
    }
}
