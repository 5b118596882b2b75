package io.kubefate.server.kubernetes.fabric;

import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;
import java.util.UUID;

/** A namespace of a real Kubernetes for one test. */
final class TestNamespace implements AutoCloseable {

    private final String name = "k8s-it-" + UUID.randomUUID().toString().substring(0, 8);
    private final FabricKubernetes kubernetes = FabricKubernetes.connect(Connection.find());

    TestNamespace() {
        kubernetes.createNamespace(name);
    }

    FabricKubernetes kubernetes() {
        return kubernetes;
    }

    String name() {
        return name;
    }

    /** Does not wait until its objects are deleted. */
    @Override
    public void close() {
        kubernetes.find(List.of(new ObjectRef("v1", "Namespace", "", name))).forEach(kubernetes::delete);
        kubernetes.close();
    }
}
