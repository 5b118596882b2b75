package io.kubefate.cli.command.cluster;

import io.kubefate.api.RollbackArgs;
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

    ClusterRequest apply(ClusterRequest request) {
        return request.recreate(recreate).purge(purge);
    }

    RollbackArgs rollback(JobOptions job) {
        return new RollbackArgs(
                job.timeLimit().orElse(null),
                ClusterRequest.trueOrAbsent(recreate),
                ClusterRequest.trueOrAbsent(purge));
    }
}
