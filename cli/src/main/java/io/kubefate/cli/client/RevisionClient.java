package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.api.RollbackArgs;
import io.kubefate.cli.client.http.Transport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The revisions of a cluster. */
public final class RevisionClient {

    private final Transport transport;

    RevisionClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** {@return the revisions, oldest first} */
    public List<Revision> list(UUID cluster) {
        return KubefateClient.list(
                transport.send("GET", path(cluster) + "/revision", new TypeReference<Reply<List<Revision>>>() {}));
    }

    /**
     * Compares two revisions.
     *
     * @param to empty for the current revision
     */
    public RevisionDiff diff(UUID cluster, int from, Optional<Integer> to) {
        String query = to.map(number -> "?to=" + number).orElse("");
        return transport
                .send(
                        "GET",
                        path(cluster) + "/revision/" + from + "/diff" + query,
                        new TypeReference<Reply<RevisionDiff>>() {})
                .result();
    }

    /** {@return the new job, with warnings} */
    public Reply<Job> rollback(UUID cluster, int revision, RollbackArgs args, boolean force) {
        return transport.send(
                "POST",
                rollbackPath(cluster, revision) + KubefateClient.force(force),
                args,
                new TypeReference<Reply<Job>>() {});
    }

    public ClusterPlan planRollback(UUID cluster, int revision, RollbackArgs args) {
        return transport
                .send(
                        "POST",
                        rollbackPath(cluster, revision) + "?dryRun=true",
                        args,
                        new TypeReference<Reply<ClusterPlan>>() {})
                .result();
    }

    /** {@return the plan of a reconcile: the differences between the cluster and its revision} */
    public ClusterPlan drift(UUID cluster) {
        return transport
                .send("GET", path(cluster) + "/drift", new TypeReference<Reply<ClusterPlan>>() {})
                .result();
    }

    /** {@return the new job; without data, a message that there is nothing to do} */
    public Reply<Job> reconcile(UUID cluster, RollbackArgs args, boolean force) {
        return transport.send(
                "POST",
                path(cluster) + "/drift/reconcile" + KubefateClient.force(force),
                args,
                new TypeReference<Reply<Job>>() {});
    }

    private static String path(UUID cluster) {
        return "v1/cluster/" + cluster;
    }

    private static String rollbackPath(UUID cluster, int revision) {
        return path(cluster) + "/revision/" + revision + "/rollback";
    }
}
