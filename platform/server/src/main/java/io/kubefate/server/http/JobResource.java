package io.kubefate.server.http;

import io.kubefate.api.Job;
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
        this.jobs = jobs;
    }

    /** {@return all jobs, oldest first} */
    @GET
    public Reply<List<Job>> list() {
        return new Reply<>("getJobList Success", jobs.list());
    }

    /**
     * One job.
     *
     * @param uuid its id
     * @return the job
     */
    @GET
    @Path("{uuid}")
    public Reply<Job> describe(@PathParam("uuid") String uuid) {
        return new Reply<>("getJob Success", jobs.find(uuid));
    }

    /**
     * Stops an install.
     *
     * @param uuid its id
     * @param status must be {@code stop}
     * @return that the stop was asked for
     */
    @PUT
    @Path("{uuid}")
    public Reply<String> stop(@PathParam("uuid") String uuid, @QueryParam("jobStatus") String status) {
        if (!"stop".equals(status)) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "jobStatus error");
        }
        jobs.stop(uuid);
        return new Reply<>("stop Job Success", "Stop Job Success");
    }

    /**
     * Removes an ended job from the list.
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
