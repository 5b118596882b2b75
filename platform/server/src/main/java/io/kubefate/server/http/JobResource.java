package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.api.JobStep;
import io.kubefate.api.Reply;
import io.kubefate.server.error.ErrorCode;
import io.kubefate.server.error.KubefateException;
import io.kubefate.server.service.JobService;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Jobs. */
@Path("/v1/job")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {

    private final JobService jobs;

    JobResource(JobService jobs) {
        this.jobs = requireNonNull(jobs, "jobs is null");
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
