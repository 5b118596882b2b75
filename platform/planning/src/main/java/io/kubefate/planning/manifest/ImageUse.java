package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

/**
 * A container and its image.
 *
 * @param image as in the pod template
 * @param module the FATE module; empty for what all modules share
 * @param workload kind and name of the object that makes the pods, for example {@code Deployment/python}
 * @param container the container's name
 * @param init whether it is an init container
 * @param pullPolicy as in the pod template, or what Kubernetes takes when that says nothing
 */
public record ImageUse(
        String image, String module, String workload, String container, boolean init, String pullPolicy) {

    public ImageUse {
        requireNonNull(image, "image is null");
        requireNonNull(module, "module is null");
        requireNonNull(workload, "workload is null");
        requireNonNull(container, "container is null");
        requireNonNull(pullPolicy, "pullPolicy is null");
    }
}
