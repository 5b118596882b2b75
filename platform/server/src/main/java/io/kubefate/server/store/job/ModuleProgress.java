package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one workload of a cluster is.
 *
 * @param name the Deployment or StatefulSet, for example {@code clustermanager}
 * @param ready whether it is ready
 * @param state of its containers: Running if all of them run; else Waiting, Terminated or Unknown
 * @param readyAt when it was ready for the first time
 */
public record ModuleProgress(String name, boolean ready, String state, Optional<Instant> readyAt) {

    public ModuleProgress {
        requireNonNull(name, "name is null");
        requireNonNull(state, "state is null");
        requireNonNull(readyAt, "readyAt is null");
    }
}
