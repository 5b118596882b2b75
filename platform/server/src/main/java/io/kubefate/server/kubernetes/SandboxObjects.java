package io.kubefate.server.kubernetes;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The sandbox's objects, with the metadata that an API server adds. */
final class SandboxObjects {

    private final Map<ObjectRef, Manifest> objects = new LinkedHashMap<>();
    private final Map<ObjectRef, Manifest> applied = new HashMap<>();
    private long resourceVersion;

    /** {@return the stored object; its generation is higher than before if its spec is another} */
    synchronized Manifest apply(Manifest wanted, Instant now) {
        Optional<Manifest> before = find(wanted.ref());
        Manifest object = new Manifest(copy(wanted.content()));
        if (object.equals(applied.put(wanted.ref(), new Manifest(copy(wanted.content())))) && before.isPresent()) {
            return before.get();
        }
        Map<String, Object> metadata = Manifest.map(object.content(), "metadata");
        metadata.put(
                "uid",
                before.map(old -> old.metadata().get("uid"))
                        .orElseGet(() -> UUID.randomUUID().toString()));
        metadata.put(
                "creationTimestamp",
                before.map(old -> old.metadata().get("creationTimestamp")).orElse(now.toString()));
        metadata.put(
                "generation", before.map(old -> nextGeneration(old, object)).orElse(1L));
        metadata.put("resourceVersion", String.valueOf(++resourceVersion));
        if (object.kind().equals("PersistentVolumeClaim")) {
            object.content().put("status", Map.of("phase", "Bound"));
        }
        objects.put(object.ref(), object);
        return object;
    }

    synchronized boolean delete(ObjectRef ref) {
        applied.remove(ref);
        return objects.remove(ref) != null;
    }

    /** {@return a copy of the object} */
    synchronized Optional<Manifest> find(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref)).map(object -> new Manifest(copy(object.content())));
    }

    /** {@return the objects of a kind in a namespace} */
    synchronized List<Manifest> ofKind(String kind, String namespace) {
        return objects.values().stream()
                .filter(object ->
                        object.kind().equals(kind) && object.ref().namespace().equals(namespace))
                .toList();
    }

    static long generation(Manifest object) {
        return object.metadata().get("generation") instanceof Number number ? number.longValue() : 0;
    }

    private static long nextGeneration(Manifest old, Manifest wanted) {
        return generation(old) + (old.spec().equals(wanted.spec()) ? 0 : 1);
    }

    @SuppressWarnings("unchecked") // a copy has the type of its original
    private static <T> T copy(T value) {
        if (value instanceof Map<?, ?> map) {
            return (T) map.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .collect(
                            toMap(Map.Entry::getKey, entry -> copy(entry.getValue()), (a, b) -> a, LinkedHashMap::new));
        }
        if (value instanceof Collection<?> list) {
            return (T)
                    list.stream().flatMap(item -> Stream.ofNullable(copy(item))).toList();
        }
        return value;
    }
}
