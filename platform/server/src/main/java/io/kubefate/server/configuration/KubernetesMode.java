package io.kubefate.server.configuration;

/** Which Kubernetes the service works on; named as in the configuration file. */
public enum KubernetesMode {
    /** What {@code KUBECONFIG}, {@code ~/.kube/config} or the pod's service account say. */
    auto,
    /** An in-memory stand-in that runs no container. */
    sandbox
}
