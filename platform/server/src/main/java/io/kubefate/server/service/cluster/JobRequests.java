package io.kubefate.server.service.cluster;

import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.store.check.StoredCheck;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.RequestedCluster;
import io.kubefate.spi.ClusterCheck;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps requests of clients to the stored requests of jobs. */
final class JobRequests {

    private JobRequests() {}

    /** Returns the request of an install, update or rollback. Only an install keeps its objects by default when it fails. */
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

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
