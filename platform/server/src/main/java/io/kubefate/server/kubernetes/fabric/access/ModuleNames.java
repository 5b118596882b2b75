package io.kubefate.server.kubernetes.fabric.access;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubefate.planning.manifest.Ownership;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The modules of a cluster's workloads. Only workloads have the module's label, pods do not. Queries Kubernetes again for a workload
 * that is not known yet.
 */
final class ModuleNames {

    private final KubernetesClient client;
    private final String namespace;
    private final String clusterId;

    private final Map<String, String> known = new HashMap<>();

    ModuleNames(KubernetesClient client, String namespace, String clusterId) {
        this.client = client;
        this.namespace = namespace;
        this.clusterId = clusterId;
    }

    /** Returns the module of a workload, or empty text. */
    synchronized String of(String workload) {
        if (!known.containsKey(workload)) {
            known.putAll(read());
            known.putIfAbsent(workload, "");
        }
        return known.get(workload);
    }

    private Map<String, String> read() {
        return Stream.<HasMetadata>concat(
                        client
                                .apps()
                                .deployments()
                                .inNamespace(namespace)
                                .withLabel(Ownership.CLUSTER, clusterId)
                                .list()
                                .getItems()
                                .stream(),
                        client
                                .apps()
                                .statefulSets()
                                .inNamespace(namespace)
                                .withLabel(Ownership.CLUSTER, clusterId)
                                .list()
                                .getItems()
                                .stream())
                .collect(toMap(
                        object -> object.getMetadata().getName(),
                        object -> object.getMetadata().getLabels().getOrDefault(Ownership.MODULE, ""),
                        (one, other) -> one));
    }
}
