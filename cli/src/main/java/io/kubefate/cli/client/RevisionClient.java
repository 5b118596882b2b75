package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.JobStep;
import io.kubefate.api.Reply;
import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.api.RollbackArgs;
import io.kubefate.cli.client.http.Transport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The part of the REST surface that is about the revisions of clusters; throws as {@link KubefateClient}. */
public final class RevisionClient {

    private final Transport transport;

    RevisionClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /**
     * Lists the revisions of a cluster.
     *
     * @param cluster its id
     * @return oldest first
     */
    public List<Revision> history(UUID cluster) {
        return KubefateClient.list(
                transport.send("GET", path(cluster) + "/revision", new TypeReference<Reply<List<Revision>>>() {}));
    }

    /**
     * Compares two revisions.
     *
     * @param cluster its id
     * @param from the one
     * @param to the other; empty for what the cluster has now
     * @return in what they differ
     */
    public RevisionDiff diff(UUID cluster, int from, Optional<Integer> to) {
        String query = to.map(number -> "?to=" + number).orElse("");
        return transport
                .send(
                        "GET",
                        path(cluster) + "/revision/" + from + "/diff" + query,
                        new TypeReference<Reply<RevisionDiff>>() {})
                .data();
    }

    /**
     * Starts a rollback.
     *
     * @param cluster its id
     * @param number a revision that was ready once
     * @param args how
     * @return the new job, and what is doubtful
     */
    public Reply<Job> rollback(UUID cluster, int number, RollbackArgs args) {
        return transport.send(
                "POST", path(cluster) + "/revision/" + number + "/rollback", args, new TypeReference<Reply<Job>>() {});
    }

    /**
     * Tells what {@link #rollback} would do, and changes nothing.
     *
     * @param cluster its id
     * @param number a revision that was ready once
     * @param args how
     * @return the plan
     */
    public ClusterPlan planRollback(UUID cluster, int number, RollbackArgs args) {
        return transport
                .send(
                        "POST",
                        path(cluster) + "/revision/" + number + "/rollback?dryRun=true",
                        args,
                        new TypeReference<Reply<ClusterPlan>>() {})
                .data();
    }

    /**
     * Compares a cluster with its revision.
     *
     * @param cluster its id
     * @return what a reconcile would do
     */
    public ClusterPlan drift(UUID cluster) {
        return transport
                .send("GET", path(cluster) + "/drift", new TypeReference<Reply<ClusterPlan>>() {})
                .data();
    }

    /**
     * Puts a cluster back to what its revision says.
     *
     * @param cluster its id
     * @param args how
     * @return the new job
     */
    public Job reconcile(UUID cluster, RollbackArgs args) {
        return transport
                .send("POST", path(cluster) + "/drift/reconcile", args, new TypeReference<Reply<Job>>() {})
                .data();
    }

    private static String path(UUID cluster) {
        return "v1/cluster/" + cluster;
    }

    /**
     * The steps that a job runs before it applies its revision.
     *
     * @param job the job's id
     * @return in the order in which they run, with the logs of those that have ended
     */
    public List<JobStep> steps(UUID job) {
        return KubefateClient.list(
                transport.send("GET", "v1/job/" + job + "/steps", new TypeReference<Reply<List<JobStep>>>() {}));
    }
}
