package io.kubefate.cli.command.apply;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.api.RollbackArgs;
import io.kubefate.cli.client.ClusterClient;
import io.kubefate.cli.command.apply.Outcome.Result;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.follow.JobFollower;
import io.kubefate.cli.view.JobView;
import java.util.UUID;

/**
 * Brings one cluster to the state of its cluster.yaml. The service decides whether the cluster exists and the file has changed,
 * because another user may change the cluster at any time.
 */
final class ClusterApply {

    private static final String UNKNOWN_CLUSTER = "UNKNOWN_CLUSTER";
    private static final String ALREADY_EXISTS = "ALREADY_EXISTS";
    private static final String UNCHANGED = "UNCHANGED";

    private final CommandContext context;
    private final ClusterRequest request;
    private final ClusterArgs args;
    private final RollbackArgs reconcile;
    private final boolean force;

    /**
     * An apply that has not sent a request.
     *
     * @param args of an install or update
     * @param reconcile of a reconcile, if the file has not changed but the cluster has
     */
    ClusterApply(
            CommandContext context, ClusterRequest request, ClusterArgs args, RollbackArgs reconcile, boolean force) {
        this.context = requireNonNull(context, "context is null");
        this.request = requireNonNull(request, "request is null");
        this.args = requireNonNull(args, "args is null");
        this.reconcile = requireNonNull(reconcile, "reconcile is null");
        this.force = force;
    }

    /**
     * Installs, updates or reconciles the cluster if needed, and waits.
     *
     * @throws CommandException if the service rejects the request
     */
    Outcome run() {
        return request.send(this::update);
    }

    private Outcome update() {
        try {
            return follow(clusters().update(args, force), "update", Result.UPDATED);
        } catch (ServiceException e) {
            return switch (e.code()) {
                case UNKNOWN_CLUSTER -> install();
                case UNCHANGED -> reconcile();
                default -> throw e;
            };
        }
    }

    private Outcome install() {
        try {
            return follow(clusters().install(args, force), "install", Result.INSTALLED);
        } catch (ServiceException e) {
            if (e.code().equals(ALREADY_EXISTS)) {
                throw new CommandException("another user has just installed it: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private Outcome reconcile() {
        ClusterPlan plan = clusters().plan(args).result();
        if (!plan.changes()) {
            return Outcome.of(request.cluster(), Result.UNCHANGED);
        }
        UUID cluster = UUID.fromString(plan.clusterId());
        Reply<Job> reply = context.client().revisions().reconcile(cluster, reconcile, force);
        return reply.data() == null
                ? Outcome.of(request.cluster(), Result.UNCHANGED)
                : follow(reply, "reconcile", Result.RECONCILED);
    }

    private Outcome follow(Reply<Job> reply, String operation, Result success) {
        request.warn(reply.warnings());
        String uuid = reply.result().uuid();
        context.print(request.cluster() + ": " + operation + ", job id=" + uuid + System.lineSeparator());
        JobFollower follower = new JobFollower(context);
        Job ended = follower.watch(UUID.fromString(uuid));
        if (!ended.succeeded()) {
            follower.explain(ended);
        }
        return Outcome.of(request.cluster(), success, ended, new JobView(ended, context.timestamps()).lastState());
    }

    private ClusterClient clusters() {
        return context.client().clusters();
    }
}
