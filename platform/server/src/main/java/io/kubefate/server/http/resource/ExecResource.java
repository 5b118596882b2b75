package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dropwizard.auth.Auth;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.description.WebSocket;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.http.stream.ChannelSocket;
import io.kubefate.server.http.stream.Sockets;
import io.kubefate.server.http.stream.StreamMasks;
import io.kubefate.server.kubernetes.access.ExecOptions;
import io.kubefate.server.kubernetes.access.PodChannel;
import io.kubefate.server.service.access.ExecService;
import io.kubefate.server.service.access.ExecService.Place;
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
import java.util.List;
import java.util.function.Consumer;

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
     * Runs a command in a container. The frames of the WebSocket carry its streams, as in the Kubernetes protocol
     * {@code v4.channel.k8s.io}.
     *
     * @param module the name of a module, container or pod
     * @param pod the pod, if the module has several
     * @param container the container, if the pod has several
     * @param command the program and its arguments, one parameter each
     * @param input whether the command reads standard input
     * @param terminal whether the command gets a terminal
     */
    @GET
    @Requires(value = Permission.EXEC, in = Scope.CLUSTER)
    @Audited("exec")
    @WebSocket
    public void exec(
            @PathParam("uuid") String uuid,
            @QueryParam("module") @DefaultValue("") String module,
            @QueryParam("pod") @DefaultValue("") String pod,
            @QueryParam("container") @DefaultValue("") String container,
            @QueryParam("command") List<String> command,
            @QueryParam("stdin") @DefaultValue("false") boolean input,
            @QueryParam("tty") @DefaultValue("false") boolean terminal,
            @Context UriInfo uri,
            @Auth User user,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        StreamMasks.refuse(uri);
        AuditTrail.of(request).detail(detail(module, pod, container, command));
        Consumer<PodChannel.Listener> begin = exec.exec(
                uuid, new Place(module, pod, container), new ExecOptions(command, input, terminal), user.name());
        sockets.upgrade(
                request,
                response,
                whenClosed -> new ChannelSocket(begin, END, ExecResource::status, sockets, whenClosed));
    }

    /** The arguments of a program can contain passwords. */
    private static String detail(String module, String pod, String container, List<String> command) {
        return "module " + module
                + (pod.isEmpty() ? "" : ", pod " + pod)
                + (container.isEmpty() ? "" : ", container " + container)
                + command.stream()
                        .findFirst()
                        .map(program -> ", program " + program)
                        .orElse("");
    }

    /** The status with which Kubernetes reports that it cannot run a command. */
    private static String status(String failure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", "Failure")
                .put("message", failure)
                .toString();
    }
}
