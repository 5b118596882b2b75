package io.kubefate.server;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.configuration.KubernetesConfiguration;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.fabric.Connection;
import io.kubefate.server.kubernetes.fabric.FabricKubernetes;
import io.kubefate.server.kubernetes.fabric.access.FabricPodAccess;
import io.kubefate.server.kubernetes.sandbox.SandboxImages;
import io.kubefate.server.kubernetes.sandbox.SandboxKubernetes;
import io.kubefate.server.kubernetes.sandbox.SandboxPodAccess;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to Kubernetes, or creates the sandbox. */
record KubernetesWiring(Kubernetes kubernetes, PodAccess pods) {

    private static final Logger LOG = LoggerFactory.getLogger(KubernetesWiring.class);

    /** Long enough to see a pod of the sandbox start. */
    private static final Duration SANDBOX_START = Duration.ofSeconds(2);

    KubernetesWiring {
        requireNonNull(kubernetes, "kubernetes is null");
        requireNonNull(pods, "pods is null");
    }

    static KubernetesWiring of(KubernetesConfiguration configuration) {
        return switch (configuration.mode()) {
            case AUTO -> connected(Connection.find(), configuration.namespaceNames());
            case SANDBOX -> sandbox();
        };
    }

    private static KubernetesWiring connected(Connection connection, List<String> namespaces) {
        if (connection.isUsable()) {
            LOG.info("Kubernetes: {}", connection.description());
        } else {
            LOG.error("Kubernetes cannot be used: {}", connection.description());
        }
        return new KubernetesWiring(
                FabricKubernetes.connect(connection, namespaces), FabricPodAccess.connect(connection));
    }

    private static KubernetesWiring sandbox() {
        LOG.warn("sandbox mode: no containers run, and all objects are in memory");
        Kubernetes sandbox = new SandboxKubernetes(SANDBOX_START, SandboxImages.available());
        return new KubernetesWiring(sandbox, new SandboxPodAccess(sandbox));
    }
}
