package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dropwizard.auth.Auth;
import io.kubefate.server.http.security.Operators;
import io.kubefate.server.http.security.User;
import io.kubefate.server.http.stream.ChannelSocket;
import io.kubefate.server.http.stream.Sockets;
import io.kubefate.server.kubernetes.access.ExecOptions;
import io.kubefate.server.kubernetes.access.PodChannel;
import io.kubefate.server.service.access.ExecService;
import io.kubefate.server.service.access.ExecService.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.function.Consumer;

/** Commands in the containers of clusters. */
@Path("/v1/cluster/{uuid}/exec/ws")
public final class ExecResource {

    private static final int END = 3;

    private final ExecService exec;
    private final Sockets sockets;

    public ExecResource(ExecService exec, Sockets sockets) {
        this.exec = requireNonNull(exec, "exec is null");
        this.sockets = requireNonNull(sockets, "sockets is null");
    }

    /**
     * Runs a command. Its streams are frames of a WebSocket, as in Kubernetes' protocol {@code v4.channel.k8s.io}.
     *
     * @param uuid the cluster's id
     * @param module a module, container or pod
     * @param pod which pod of it
     * @param container which container of that
     * @param command the program and its arguments, each a parameter
     * @param input whether it gets any
     * @param terminal whether it gets a terminal
     * @param user who asks
     * @param request becomes a WebSocket
     * @param response the same
     */
    @GET
    @Operators
    public void exec(
            @PathParam("uuid") String uuid,
            @QueryParam("module") @DefaultValue("") String module,
            @QueryParam("pod") @DefaultValue("") String pod,
            @QueryParam("container") @DefaultValue("") String container,
            @QueryParam("command") List<String> command,
            @QueryParam("stdin") @DefaultValue("false") boolean input,
            @QueryParam("tty") @DefaultValue("false") boolean terminal,
            @Auth User user,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        Consumer<PodChannel.Listener> begin = exec.exec(
                uuid, new Place(module, pod, container), new ExecOptions(command, input, terminal), user.name());
        sockets.upgrade(request, response, new ChannelSocket(begin, END, ExecResource::status, sockets));
    }

    /** As Kubernetes tells that it cannot run a command. */
    private static String status(String failure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", "Failure")
                .put("message", failure)
                .toString();
    }
}
