package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterEvent;
import io.kubefate.api.Reply;
import io.kubefate.server.http.stream.EventStream;
import io.kubefate.server.http.stream.Streams;
import io.kubefate.server.service.access.EventService;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;

/** What Kubernetes reports about clusters. */
@Path("/v1/cluster/{uuid}/events")
public final class EventResource {

    private final EventService events;
    private final Streams streams;
    private final Duration pulse;

    public EventResource(EventService events, Streams streams, Duration pulse) {
        this.events = requireNonNull(events, "events is null");
        this.streams = requireNonNull(streams, "streams is null");
        this.pulse = requireNonNull(pulse, "pulse is null");
    }

    /**
     * Lists events.
     *
     * @param uuid the cluster's id
     * @return newest last
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Reply<List<ClusterEvent>> list(@PathParam("uuid") String uuid) {
        return new Reply<>("getClusterEvents Success", events.list(uuid));
    }

    /**
     * Follows events: server-sent events of the name {@code event}, first those that are known, then each that comes.
     *
     * @param uuid the cluster's id
     * @param sink the stream
     * @param sse makes its parts
     * @param response the answer's headers
     */
    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void follow(
            @PathParam("uuid") String uuid,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletResponse response) {
        EventService.Follower follower = events.follow(uuid);
        Streams.passOnAtOnce(response);
        streams.start(new EventStream(sse, sink, follower, pulse));
    }
}
