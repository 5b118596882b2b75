package io.kubefate.cli.command.cluster;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.RollbackArgs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that change a cluster, about the loss of data. */
final class ChangeOptions {

    @Option(
            names = "--recreate",
            description =
                    "Delete and recreate objects that cannot be changed in place. The data of a recreated volume claim"
                            + " are lost.")
    private boolean recreate;

    @Option(names = "--purge", description = "Delete unused volume claims and their data.")
    private boolean purge;

    ClusterArgs.Builder apply(ClusterArgs.Builder request) {
        return request.recreate(trueOrAbsent(recreate)).purge(trueOrAbsent(purge));
    }

    RollbackArgs rollback(JobOptions job) {
        return new RollbackArgs(job.timeLimit().orElse(null), trueOrAbsent(recreate), trueOrAbsent(purge));
    }

    /** {@return true, or null, which the JSON omits} */
    static @Nullable Boolean trueOrAbsent(boolean value) {
        return value ? Boolean.TRUE : null;
    }
}
