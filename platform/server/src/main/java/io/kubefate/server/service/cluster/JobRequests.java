package io.kubefate.server.service.cluster;

import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.store.FailurePolicy;
import io.kubefate.server.store.JobRequest;
import io.kubefate.server.store.RequestedCluster;
import io.kubefate.server.store.StoredCheck;
import io.kubefate.spi.ClusterCheck;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Maps what clients ask for to what is stored with a job. */
final class JobRequests {

    private JobRequests() {}

    /** Returns what a job does for a planned install, update or rollback; only an install keeps by default what it made. */
    static JobRequest change(PlanRequest request, ClusterArgs args, String spec) {
        boolean returns = request.operation() != Operation.INSTALL || Boolean.TRUE.equals(args.rollbackOnFailure());
        return JobRequest.change(
                cluster(args, spec), request.options(), returns ? FailurePolicy.RETURN : FailurePolicy.KEEP);
    }

    static JobRequest delete(boolean purge) {
        return JobRequest.delete(purge ? Set.of(PlanOption.PURGE) : Set.of());
    }

    static JobRequest check(List<ClusterCheck> checks) {
        return JobRequest.check(checks.stream().map(JobRequests::stored).toList());
    }

    private static RequestedCluster cluster(ClusterArgs args, String spec) {
        return new RequestedCluster(
                text(args.name()),
                text(args.namespace()),
                text(args.chartName()),
                text(args.chartVersion()),
                spec,
                args.keepUpgradeJob());
    }

    private static StoredCheck stored(ClusterCheck check) {
        return new StoredCheck(
                check.name(),
                check.module(),
                check.container(),
                check.command(),
                check.timeout().toMillis(),
                check.remedy());
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
