package io.kubefate.server.engine.job;

import io.kubefate.spi.Check;
import java.util.List;

/**
 * What a check of a cluster was asked for: all that its job needs, so that the plugin may be gone when it runs.
 *
 * @param checks in the order in which they are told
 */
public record CheckArgs(List<Check> checks) {

    /** Copies the list. */
    public CheckArgs {
        checks = List.copyOf(checks);
    }
}
