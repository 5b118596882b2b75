package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a part of a cluster is not ready, or was not.
 *
 * @param module the module
 * @param code what kind of problem, for example {@code IMAGE_PULL}
 * @param object the Kubernetes object that reports it
 * @param message what Kubernetes reports
 * @param since when it was observed first
 * @param resolvedAt when it was resolved; empty while it is open
 */
public record StoredProblem(
        String module, String code, String object, String message, Instant since, Optional<Instant> resolvedAt) {

    public StoredProblem {
        requireNonNull(module, "module is null");
        requireNonNull(code, "code is null");
        requireNonNull(object, "object is null");
        requireNonNull(message, "message is null");
        requireNonNull(since, "since is null");
        requireNonNull(resolvedAt, "resolvedAt is null");
    }

    public boolean open() {
        return resolvedAt.isEmpty();
    }

    StoredProblem withMessage(String other) {
        return new StoredProblem(module, code, object, other, since, resolvedAt);
    }

    public StoredProblem resolved(Instant at) {
        return new StoredProblem(module, code, object, message, since, Optional.of(at));
    }
}
