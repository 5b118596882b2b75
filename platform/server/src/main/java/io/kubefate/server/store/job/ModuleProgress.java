package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one container of a cluster is.
 *
 * @param name the container, for example {@code clustermanager}
 * @param ready whether it is ready
 * @param state Running, Waiting, Terminated or Unknown
 * @param startedAt when the job began to wait for it
 * @param readyAt when it was ready for the first time
 */
public record ModuleProgress(String name, boolean ready, String state, Instant startedAt, Optional<Instant> readyAt) {

    public ModuleProgress {
        requireNonNull(name, "name is null");
        requireNonNull(state, "state is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(readyAt, "readyAt is null");
    }
}
