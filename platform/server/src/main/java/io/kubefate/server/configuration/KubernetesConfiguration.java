package io.kubefate.server.configuration;

import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes to use.
 *
 * @param mode {@code auto} for the Kubernetes of {@code KUBECONFIG}, {@code ~/.kube/config} or the pod's service account; {@code sandbox} for
 *     an in-memory imitation that runs no containers
 * @param namespaces the namespaces in which the service has permissions, separated by commas; by default all
 */
@SelfValidating
public record KubernetesConfiguration(Mode mode, String namespaces) {

    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    /** How the Kubernetes is selected. */
    public enum Mode {
        /** The Kubernetes of {@code KUBECONFIG}, {@code ~/.kube/config} or the pod's service account. */
        AUTO,
        /** An in-memory imitation that runs no containers. */
        SANDBOX
    }

    /** Sets the defaults. */
    public KubernetesConfiguration(@Nullable Mode mode, @Nullable String namespaces) {
        this.mode = Objects.requireNonNullElse(mode, Mode.AUTO);
        this.namespaces = Objects.requireNonNullElse(namespaces, "");
    }

    @SelfValidation
    public void validate(ViolationCollector violations) {
        if (!namespaceNames().stream().allMatch(name -> NAMESPACE.matcher(name).matches())) {
            violations.addViolation(
                    "namespaces", "use a comma-separated list of namespaces, such as fate-9999,fate-10000");
        }
    }

    /** Returns the names in {@link #namespaces}; empty for all namespaces. */
    public List<String> namespaceNames() {
        return Arrays.stream(namespaces.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
