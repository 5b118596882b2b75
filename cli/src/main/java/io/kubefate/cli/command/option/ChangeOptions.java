package io.kubefate.cli.command.option;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.RollbackArgs;
import io.kubefate.cli.context.CommandContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that change a cluster, about the loss of data. */
public final class ChangeOptions {

    @Mixin
    private RecreateOption recreate;

    @Option(names = "--purge", description = "Delete unused volume claims and their data.")
    private boolean purge;

    @Mixin
    private DataLossOption dataLoss;

    /**
     * Asks whether to delete data, if the user wants to.
     *
     * @param subject what loses data, for example {@code cluster fate/fate}
     * @return whether to continue
     */
    public boolean isConfirmed(Confirmation confirmation, CommandContext context, String subject) {
        return !purge
                || confirmation.isGiven(
                        context, () -> "Delete the unused volume claims of " + subject + " with all their data?");
    }

    /** Adds the options to the request of an update. */
    public ClusterArgs.Builder apply(ClusterArgs.Builder request) {
        return request.recreate(trueOrAbsent(recreate.isSet()))
                .purge(trueOrAbsent(purge))
                .acceptDataLoss(dataLoss.accepted());
    }

    /**
     * Returns the request of a rollback.
     *
     * @param timeLimit in seconds; empty for the limit of the service
     * @param restoreData whether to restore the data that an upgrade saved
     */
    public RollbackArgs rollback(Optional<Long> timeLimit, boolean restoreData) {
        return new RollbackArgs(
                timeLimit.orElse(null),
                trueOrAbsent(recreate.isSet()),
                trueOrAbsent(purge),
                dataLoss.accepted(),
                trueOrAbsent(restoreData));
    }

    /** {@return true, or null, which the JSON omits} */
    public static @Nullable Boolean trueOrAbsent(boolean value) {
        return value ? Boolean.TRUE : null;
    }
}
