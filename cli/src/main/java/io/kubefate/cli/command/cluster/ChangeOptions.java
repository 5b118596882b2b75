package io.kubefate.cli.command.cluster;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.RollbackArgs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that change a cluster, about the loss of data. */
final class ChangeOptions {

    @Mixin
    private RecreateOption recreate;

    @Option(names = "--purge", description = "Delete unused volume claims and their data.")
    private boolean purge;

    @Mixin
    private DataLossOption dataLoss;

    ClusterArgs.Builder apply(ClusterArgs.Builder request) {
        return request.recreate(trueOrAbsent(recreate.isSet()))
                .purge(trueOrAbsent(purge))
                .acceptDataLoss(dataLoss.accepted());
    }

    RollbackArgs rollback(JobOptions job) {
        return new RollbackArgs(
                job.timeLimit().orElse(null), trueOrAbsent(recreate.isSet()), trueOrAbsent(purge), dataLoss.accepted());
    }

    /** {@return true, or null, which the JSON omits} */
    static @Nullable Boolean trueOrAbsent(boolean value) {
        return value ? Boolean.TRUE : null;
    }
}
