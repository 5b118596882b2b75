package io.kubefate.plugin.shared;

import static java.util.Objects.requireNonNull;

/**
 * A container in which a check runs.
 *
 * @param module the module of the pod
 * @param container the name of the container
 */
public record ContainerRef(String module, String container) {

    public ContainerRef {
        requireNonNull(module, "module is null");
        requireNonNull(container, "container is null");
    }
}
