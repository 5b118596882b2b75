package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.cli.file.ClusterFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a request about a cluster. Options that the user does not set are left out of the JSON. */
final class ClusterRequest {

    private final ClusterFile file;
    private Optional<Long> timeLimit = Optional.empty();
    private boolean cover;
    private boolean rollbackOnFailure;
    private boolean recreate;
    private boolean purge;

    ClusterRequest(ClusterFile file) {
        this.file = requireNonNull(file, "file is null");
    }

    /** The time limit of the job in seconds. */
    ClusterRequest timeLimit(Optional<Long> value) {
        timeLimit = value;
        return this;
    }

    ClusterRequest cover(boolean value) {
        cover = value;
        return this;
    }

    ClusterRequest rollbackOnFailure(boolean value) {
        rollbackOnFailure = value;
        return this;
    }

    ClusterRequest recreate(boolean value) {
        recreate = value;
        return this;
    }

    ClusterRequest purge(boolean value) {
        purge = value;
        return this;
    }

    ClusterArgs build() {
        return ClusterArgs.builder()
                .name(file.name())
                .namespace(file.namespace())
                .chartName(file.chartName())
                .chartVersion(file.chartVersion())
                .cover(cover)
                .data(file.data())
                .timeLimit(timeLimit.orElse(null))
                .rollbackOnFailure(trueOrAbsent(rollbackOnFailure))
                .recreate(trueOrAbsent(recreate))
                .purge(trueOrAbsent(purge))
                .build();
    }

    /** {@return true, or null, which the JSON omits} */
    static @Nullable Boolean trueOrAbsent(boolean value) {
        return value ? Boolean.TRUE : null;
    }
}
