package io.kubefate.planning.health;

import static java.util.Objects.requireNonNull;

/**
 * The worst state of a container over all pods of its workload.
 *
 * @param name the container's name
 * @param state {@code Running}, {@code Waiting}, {@code Terminated} or {@code Unknown} (no pod yet)
 * @param ready whether the container is ready in every desired pod
 */
public record ContainerHealth(String name, String state, boolean ready) {

    public ContainerHealth {
        requireNonNull(name, "name is null");
        requireNonNull(state, "state is null");
    }
}
