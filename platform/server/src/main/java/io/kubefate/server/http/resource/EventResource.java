package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.ClusterEvent;
import io.kubefate.api.Reply;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.http.stream.EventStream;
import io.kubefate.server.http.stream.StreamMasks;
import io.kubefate.server.http.stream.StreamSlots;
import io.kubefate.server.http.stream.Streams;
import io.kubefate.server.service.access.EventService;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.list.ListKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The Kubernetes events of a cluster. */
@Path("/v1/cluster/{uuid}/events")
public final class EventResource {

    private final EventService events;
    private final Streams streams;
    private final StreamSlots slots;
    private final StreamMasks masks;
    private final Duration pulse;

    public EventResource(EventService events, Streams streams, StreamSlots slots, StreamMasks masks, Duration pulse) {
        this.slots = requireNonNull(slots, "slots is null");
        this.events = requireNonNull(events, "events is null");
        this.streams = requireNonNull(streams, "streams is null");
        this.masks = requireNonNull(masks, "masks is null");
        this.pulse = requireNonNull(pulse, "pulse is null");
    }

    /** Lists events, newest last. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(value = Permission.VIEW, in = Scope.CLUSTER)
    @ListOf(ListKind.EVENTS)
    public Reply<List<ClusterEvent>> list(@PathParam("uuid") String uuid, @Context UriInfo uri) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of("getClusterEvents Success", events.list(uuid, parameters.read(ListKind.EVENTS)));
    }

    /** Streams server-sent events named {@code event}: first the known ones, then each new one. */
    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(value = Permission.VIEW, in = Scope.CLUSTER)
    public void follow(
            @PathParam("uuid") String uuid,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context UriInfo uri,
            @Auth User user,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        EventService.Follower follower = events.follow(uuid);
        UnaryOperator<Object> mask = masks.items(uuid, user, uri, response);
        StreamSlots.Slot slot = slots.takeFor(request);
        Streams.disableBuffering(response);
        EventStream stream = new EventStream(sse, sink, follower, mask, pulse);
        slot.use(stream);
        streams.start(stream);
    }
}
