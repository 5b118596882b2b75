package io.kubefate.server.kubernetes.sandbox;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.NodePorts;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.plan.DryRunResult;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Stores the sandbox's objects, with the metadata of an API server. */
final class SandboxObjects {

    private final Map<ObjectRef, Manifest> objects = new LinkedHashMap<>();
    private long resourceVersion;

    /** Stores an object and returns it; its generation increases if its spec has changed. */
    synchronized Manifest apply(Manifest wanted, Instant now) {
        Manifest object = merged(wanted, now);
        if (find(object.ref()).filter(object::equals).isEmpty()) {
            Manifest.map(object.content(), "metadata").put("resourceVersion", String.valueOf(++resourceVersion));
            objects.put(object.ref(), object);
        }
        return object;
    }

    /** Returns the object that would be stored, or why it is rejected: a node port is allocated, or an immutable field differs. */
    synchronized DryRunResult dryRun(Manifest wanted) {
        Manifest object = merged(wanted, Instant.EPOCH);
        Optional<Integer> allocated = allocatedPort(object);
        if (allocated.isPresent()) {
            return new DryRunResult.Refused(
                    "Service \"%s\" is invalid: spec.ports[0].nodePort: Invalid value: %d: provided port is already allocated"
                            .formatted(object.ref().name(), allocated.get()));
        }
        Optional<String> fixed = find(wanted.ref()).flatMap(old -> SandboxFields.changedForever(old, object));
        return fixed.<DryRunResult>map(path -> new DryRunResult.Immutable("%s \"%s\" is invalid: %s: field is immutable"
                        .formatted(object.kind(), object.ref().name(), path)))
                .orElseGet(() -> new DryRunResult.Accepted(object));
    }

    /** Returns a node port of the object that another Service has. */
    private Optional<Integer> allocatedPort(Manifest object) {
        return objects.values().stream()
                .filter(other -> !other.ref().equals(object.ref()))
                .flatMap(other -> NodePorts.of(other).stream())
                .filter(NodePorts.of(object)::contains)
                .findFirst();
    }

    /** Keeps the metadata of the API server that an existing object has. */
    private Manifest merged(Manifest wanted, Instant now) {
        Optional<Manifest> before = find(wanted.ref());
        Manifest object = new Manifest(
                copy(before.map(old -> withRestart(old, wanted)).orElse(wanted).content()));
        Map<String, Object> metadata = Manifest.map(object.content(), "metadata");
        Map<String, Object> old = before.map(Manifest::metadata).orElse(Map.of());
        metadata.put("uid", old.getOrDefault("uid", UUID.randomUUID().toString()));
        metadata.put("creationTimestamp", old.getOrDefault("creationTimestamp", now.toString()));
        metadata.put(
                "generation",
                before.map(earlier -> nextGeneration(earlier, object)).orElse(1L));
        metadata.put("resourceVersion", old.getOrDefault("resourceVersion", ""));
        if (object.ref().isClaim()) {
            object.content().put("status", Map.of("phase", "Bound"));
        }
        return object;
    }

    /** Keeps the time of the last restart, which has a field manager of its own. */
    private static Manifest withRestart(Manifest old, Manifest wanted) {
        String restarted = old.podAnnotation(Ownership.RESTARTED_AT);
        return restarted.isEmpty()
                        || !wanted.podAnnotation(Ownership.RESTARTED_AT).isEmpty()
                ? wanted
                : wanted.withPodAnnotation(Ownership.RESTARTED_AT, restarted);
    }

    synchronized boolean delete(ObjectRef ref) {
        return objects.remove(ref) != null;
    }

    /** Returns whether an object with a uid does not exist any longer. */
    synchronized boolean isGone(Manifest identified) {
        return !identified.uid().isEmpty()
                && find(identified.ref())
                        .filter(object -> object.uid().equals(identified.uid()))
                        .isEmpty();
    }

    /** Returns a copy of the object. */
    synchronized Optional<Manifest> find(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref)).map(object -> new Manifest(copy(object.content())));
    }

    /** Returns all objects. */
    synchronized List<Manifest> all() {
        return List.copyOf(objects.values());
    }

    /** Returns the objects of a kind in a namespace. */
    synchronized List<Manifest> ofKind(String kind, String namespace) {
        return objects.values().stream()
                .filter(object ->
                        object.kind().equals(kind) && object.ref().namespace().equals(namespace))
                .toList();
    }

    static Object uid(Manifest object) {
        return requireNonNull(object.metadata().get("uid"), "uid is null");
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
