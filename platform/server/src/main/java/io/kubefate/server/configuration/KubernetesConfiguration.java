package io.kubefate.server.configuration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which Kubernetes is worked on.
 *
 * @param mode {@link Mode#AUTO} if nothing is given
 */
public record KubernetesConfiguration(Mode mode) {

    /** How a Kubernetes is found. */
    public enum Mode {
        /** The one that {@code KUBECONFIG}, {@code ~/.kube/config} or the pod's service account names. */
        AUTO,
        /** None: an imitation in memory, in which no container runs. */
        SANDBOX
    }

    /** Fills in what is not given. */
    public KubernetesConfiguration(@Nullable Mode mode) {
        this.mode = Objects.requireNonNullElse(mode, Mode.AUTO);
    }
}
