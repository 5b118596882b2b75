package io.kubefate.plugin.shared;

import static java.util.Objects.requireNonNull;

/**
 * Where a check runs.
 *
 * @param module whose pods
 * @param container which of their containers; names the place for the operator
 */
public record Place(String module, String container) {

    /** Checks that nothing is null. */
    public Place {
        requireNonNull(module, "module is null");
        requireNonNull(container, "container is null");
    }
}
