package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Job;
import io.kubefate.api.JobStep;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.StreamTransport;
import io.kubefate.cli.client.http.Transport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Jobs. */
public final class JobClient {

    private final Transport transport;

    JobClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** {@return all jobs, oldest first} */
    public List<Job> list() {
        return list(ListQuery.all()).items();
    }

    /** {@return the selected jobs} */
    public ListPart<Job> list(ListQuery query) {
        String path = KubefateClient.path("v1/job/", query.text());
        return query.part(transport.send("GET", path, new TypeReference<Reply<List<Job>>>() {}));
    }

    public Job find(UUID job) {
        return transport
                .send("GET", "v1/job/" + job, new TypeReference<Reply<Job>>() {})
                .result();
    }

    /** {@return the job each time it changes; empty if the service has no such stream or job, or a proxy buffers it} */
    public Optional<JobEventStream> follow(UUID job) {
        return new StreamTransport(transport)
                .findEventStream("v1/job/" + job + "/events")
                .map(JobEventStream::new);
    }

    /** {@return the steps that the job runs before it applies its revision, in order, with the logs of ended ones} */
    public List<JobStep> steps(UUID job) {
        return KubefateClient.list(
                transport.send("GET", "v1/job/" + job + "/steps", new TypeReference<Reply<List<JobStep>>>() {}));
    }

    /** Stops a running job, and returns the service's message. */
    public String stop(UUID job) {
        return transport
                .send("PUT", "v1/job/" + job + "?jobStatus=stop", new TypeReference<Reply<String>>() {})
                .result();
    }

    /** Removes a job from the list, and returns the service's message. */
    public String delete(UUID job) {
        return transport
                .send("DELETE", "v1/job/" + job, new TypeReference<Reply<Object>>() {})
                .msg();
    }
}
