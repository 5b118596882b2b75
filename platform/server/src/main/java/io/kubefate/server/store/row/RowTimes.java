package io.kubefate.server.store.row;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * When a row changed.
 *
 * @param createdAt when it was accepted
 * @param updatedAt when it changed last
 * @param deletedAt when it was removed from the list
 */
public record RowTimes(Instant createdAt, Instant updatedAt, Optional<Instant> deletedAt) {

    public RowTimes {
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
        requireNonNull(deletedAt, "deletedAt is null");
    }

    public static RowTimes created(Instant at) {
        return new RowTimes(at, at, Optional.empty());
    }
}
