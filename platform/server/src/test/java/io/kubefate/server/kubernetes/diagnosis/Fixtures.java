package io.kubefate.server.kubernetes.diagnosis;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads objects from YAML files, as Kubernetes would report them. */
final class Fixtures {

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Fixtures() {}

    /** Returns the combined content of files of {@code /kubernetes}. */
    static ClusterObjects objects(String... names) {
        List<HasMetadata> all = Arrays.stream(names).flatMap(Fixtures::read).toList();
        return new ClusterObjects(
                of(all, Deployment.class),
                of(all, StatefulSet.class),
                of(all, ReplicaSet.class),
                of(all, Pod.class),
                of(all, PersistentVolumeClaim.class),
                of(all, Event.class),
                of(all, Ingress.class),
                of(all, Service.class),
                "10.0.0.1",
                Map.of());
    }

    private static <T> List<T> of(List<HasMetadata> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<HasMetadata> read(String name) {
        return Arrays.stream(text("/kubernetes/" + name + ".yaml").split("(?m)^---$"))
                .map(document -> SERIALIZATION.<HasMetadata>unmarshal(document));
    }

    private static String text(String resource) {
        try (InputStream stream = Fixtures.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
