package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

/**
 * The state of a container over all pods of its workload: the worst of them.
 *
 * @param name its name
 * @param state {@code Running}, {@code Waiting}, {@code Terminated} or {@code Unknown} (no pod yet)
 * @param ready whether it is ready in every wanted pod
 */
public record ContainerHealth(String name, String state, boolean ready) {

    public ContainerHealth {
        requireNonNull(name, "name is null");
        requireNonNull(state, "state is null");
    }
}
