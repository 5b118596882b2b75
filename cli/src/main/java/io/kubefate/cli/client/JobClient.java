package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.Transport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The part of the REST surface that is about jobs; throws as {@link KubefateClient}. */
public final class JobClient {

    private final Transport transport;

    JobClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** {@return all jobs, oldest first} */
    public List<Job> list() {
        return KubefateClient.list(transport.send("GET", "v1/job/", new TypeReference<Reply<List<Job>>>() {}));
    }

    /**
     * One job.
     *
     * @param uuid its id
     * @return with its progress
     */
    public Job find(UUID uuid) {
        return transport
                .send("GET", "v1/job/" + uuid, new TypeReference<Reply<Job>>() {})
                .data();
    }

    /**
     * Follows a job.
     *
     * @param uuid its id
     * @return its states as they come; empty if the service has no such stream (or no such job), or a proxy holds it back
     */
    public Optional<JobEventStream> follow(UUID uuid) {
        return transport.events("v1/job/" + uuid + "/events").map(JobEventStream::new);
    }

    /**
     * Asks a running install or update to stop.
     *
     * @param uuid the job's id
     * @return what the service says to that
     */
    public String stop(UUID uuid) {
        return transport
                .send("PUT", "v1/job/" + uuid + "?jobStatus=stop", new TypeReference<Reply<String>>() {})
                .data();
    }

    /**
     * Removes a job from the list.
     *
     * @param uuid its id
     * @return what the service says to that
     */
    public String delete(UUID uuid) {
        return transport
                .send("DELETE", "v1/job/" + uuid, new TypeReference<Reply<Object>>() {})
                .msg();
    }
}
