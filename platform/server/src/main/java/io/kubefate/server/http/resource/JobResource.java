package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.api.JobStep;
import io.kubefate.api.Reply;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.stream.JobStream;
import io.kubefate.server.http.stream.Streams;
import io.kubefate.server.service.JobService;
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
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.Executor;

/** Jobs. */
@Path("/v1/job")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {

    private final JobService jobs;
    private final Executor writers;

    public JobResource(JobService jobs, Executor writers) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.writers = requireNonNull(writers, "writers is null");
    }

    /** {@return all jobs} */
    @GET
    public Reply<List<Job>> list() {
        return new Reply<>("getJobList Success", jobs.list());
    }

    /**
     * Shows a job.
     *
     * @param uuid its id
     * @return the job with its progress
     */
    @GET
    @Path("{uuid}")
    public Reply<Job> find(@PathParam("uuid") String uuid) {
        return new Reply<>("getJob Success", jobs.find(uuid));
    }

    /**
     * Follows a job: an event {@code job} with the whole job at once and after each change, until the job has ended.
     *
     * @param uuid its id
     * @param seen the id of the last event that the client has; that state is not sent again
     * @param sink the stream
     * @param sse makes its events
     * @param response the answer's headers
     */
    @GET
    @Path("{uuid}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
            @PathParam("uuid") String uuid,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @DefaultValue("") String seen,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletResponse response) {
        Streams.passOnAtOnce(response);
        jobs.follow(uuid, seen, new JobStream(sse, sink, writers));
    }

    /**
     * Shows the steps of a job, with their logs.
     *
     * @param uuid its id
     * @return its steps; empty if it has none
     */
    @GET
    @Path("{uuid}/steps")
    public Reply<List<JobStep>> steps(@PathParam("uuid") String uuid) {
        return new Reply<>("getJobSteps Success", jobs.steps(uuid));
    }

    /**
     * Stops a job.
     *
     * @param uuid its id
     * @param jobStatus {@code stop}; nothing else can be asked for
     * @return that it was asked to stop
     */
    @PUT
    @Path("{uuid}")
    public Reply<String> stop(@PathParam("uuid") String uuid, @QueryParam("jobStatus") String jobStatus) {
        if (!"stop".equals(jobStatus)) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "jobStatus error");
        }
        jobs.stop(uuid);
        return new Reply<>("stop Job Success", "Stop Job Success");
    }

    /**
     * Removes a job from the list.
     *
     * @param uuid its id
     * @return that it was removed
     */
    @DELETE
    @Path("{uuid}")
    public Reply<Void> delete(@PathParam("uuid") String uuid) {
        jobs.delete(uuid);
        return new Reply<>("delete Job Success", null);
    }
}
