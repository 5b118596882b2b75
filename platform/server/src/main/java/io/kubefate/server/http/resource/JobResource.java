package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Job;
import io.kubefate.api.JobStep;
import io.kubefate.api.Reply;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.http.stream.JobStream;
import io.kubefate.server.http.stream.StreamMasks;
import io.kubefate.server.http.stream.StreamSlots;
import io.kubefate.server.http.stream.Streams;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.job.JobService;
import io.kubefate.server.service.list.ListKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

@Path("/v1/job")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {

    private final JobService jobs;
    private final Executor writers;
    private final StreamSlots slots;
    private final StreamMasks masks;

    public JobResource(JobService jobs, Executor writers, StreamSlots slots, StreamMasks masks) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.slots = requireNonNull(slots, "slots is null");
        this.masks = requireNonNull(masks, "masks is null");
        this.writers = requireNonNull(writers, "writers is null");
    }

    /** Lists jobs. */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    @ListOf(ListKind.JOBS)
    public Reply<List<Job>> list(@Context UriInfo uri, @Auth User user) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of(
                "getJobList Success", jobs.list(parameters.read(ListKind.JOBS), user.namespaces(Permission.VIEW)));
    }

    /** Returns a job with its progress. */
    @GET
    @Path("{uuid}")
    @Requires(value = Permission.VIEW, in = Scope.JOB)
    public Reply<Job> find(@PathParam("uuid") String uuid) {
        return new Reply<>("getJob Success", jobs.find(uuid));
    }

    /**
     * Streams server-sent events named {@code job}: the whole job at once and after each change, until it ends.
     *
     * @param seen the id of the last event that the client received; that state is not sent again
     */
    @GET
    @Path("{uuid}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(value = Permission.VIEW, in = Scope.JOB)
    public void events(
            @PathParam("uuid") String uuid,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @DefaultValue("") String seen,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context UriInfo uri,
            @Auth User user,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        UnaryOperator<Object> mask = masks.items(jobs.cluster(uuid), user, uri, response);
        StreamSlots.Slot slot = slots.takeFor(request);
        Streams.disableBuffering(response);
        JobStream stream = new JobStream(sse, sink, writers, mask);
        slot.use(stream);
        jobs.follow(uuid, seen, stream);
    }

    /** Lists the steps of a job with their logs. */
    @GET
    @Path("{uuid}/steps")
    @Requires(value = Permission.VIEW, in = Scope.JOB)
    public Reply<List<JobStep>> steps(@PathParam("uuid") String uuid) {
        return new Reply<>("getJobSteps Success", jobs.steps(uuid));
    }

    /**
     * Requests that a job stops.
     *
     * @param jobStatus must be {@code stop}
     */
    @PUT
    @Path("{uuid}")
    @Requires(value = Permission.CHANGE, in = Scope.JOB)
    @Audited("stop")
    public Reply<String> stop(@PathParam("uuid") String uuid, @QueryParam("jobStatus") String jobStatus) {
        if (!"stop".equals(jobStatus)) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "jobStatus error");
        }
        jobs.stop(uuid);
        return new Reply<>("stop Job Success", "Stop Job Success");
    }

    /** Removes a job from the list, after it was stopped if it has not ended. */
    @DELETE
    @Path("{uuid}")
    @Requires(value = Permission.CHANGE, in = Scope.JOB)
    @Audited("job delete")
    public Reply<Void> delete(@PathParam("uuid") String uuid) {
        jobs.delete(uuid);
        return new Reply<>("delete Job Success", null);
    }
}
