package io.kubefate.planning.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.Problem;
import java.util.List;
import java.util.function.Supplier;

/**
 * The cause of one or more violations of a schema.
 *
 * @param path the keys and indexes that lead to the value or missing key
 * @param problem explains it; only called for the causes that are shown, because a file can have very many
 */
record Cause(List<Object> path, Supplier<Problem> problem) {

    Cause {
        requireNonNull(path, "path is null");
        requireNonNull(problem, "problem is null");
    }
}
