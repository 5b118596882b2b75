package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

/**
 * A container and its image.
 *
 * @param image the image in the pod template
 * @param module the FATE module; empty for objects that all modules share
 * @param workload kind and name of the object that creates the pods, for example {@code Deployment/python}
 * @param container the container's name
 * @param init whether it is an init container
 * @param pullPolicy the policy in the pod template, or the default of Kubernetes
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
