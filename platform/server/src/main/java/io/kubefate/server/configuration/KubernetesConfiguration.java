package io.kubefate.server.configuration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Selects the Kubernetes to use.
 *
 * @param mode default {@link Mode#AUTO}
 */
public record KubernetesConfiguration(Mode mode) {

    /** How the Kubernetes is selected. */
    public enum Mode {
        /** The Kubernetes of {@code KUBECONFIG}, {@code ~/.kube/config} or the pod's service account. */
        AUTO,
        /** An in-memory imitation that runs no containers. */
        SANDBOX
    }

    /** Sets the defaults. */
    public KubernetesConfiguration(@Nullable Mode mode) {
        this.mode = Objects.requireNonNullElse(mode, Mode.AUTO);
    }
}
