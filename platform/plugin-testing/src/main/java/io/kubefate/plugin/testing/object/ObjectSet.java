package io.kubefate.plugin.testing.object;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of one cluster.
 *
 * @param namespace where they belong
 * @param objects all of them
 */
public record ObjectSet(String namespace, List<Manifest> objects) {

    public ObjectSet {
        requireNonNull(namespace, "namespace is null");
        objects = List.copyOf(objects);
    }

    Stream<Manifest> ofKind(String kind) {
        return objects.stream().filter(object -> object.kind().equals(kind));
    }

    Optional<Manifest> find(String kind, String name) {
        return ofKind(kind).filter(object -> object.ref().name().equals(name)).findFirst();
    }

    List<Pod> pods() {
        return objects.stream().flatMap(object -> Pod.of(object).stream()).toList();
    }
}
