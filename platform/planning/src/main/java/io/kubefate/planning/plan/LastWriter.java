package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the last other writer of an object in {@code metadata.managedFields}. */
final class LastWriter {

    /** The field managers of Kubernetes itself, which write status and counters, and of this service. */
    static final Set<String> SYSTEM = Set.of(
            "kube-controller-manager",
            "kube-scheduler",
            "kubelet",
            "kube-apiserver",
            Ownership.MANAGER,
            Ownership.RESTART_MANAGER);

    private LastWriter() {}

    /**
     * Returns for example {@code kubectl-edit at 2026-11-28T10:00:00Z}; empty if no other manager wrote the object. Kubernetes does not
     * report when a manager wrote through a subresource such as scale.
     */
    static Optional<String> of(Manifest live) {
        return entries(live)
                .filter(entry -> !SYSTEM.contains(text(entry, "manager")))
                .max(Comparator.comparing(entry -> text(entry, "time")))
                .map(entry -> text(entry, "manager") + at(text(entry, "time")));
    }

    private static String at(String time) {
        return time.isEmpty() ? "" : " at " + time;
    }

    private static Stream<Map<?, ?>> entries(Manifest live) {
        return live.metadata().get("managedFields") instanceof Collection<?> list
                ? list.stream().filter(Map.class::isInstance).map(entry -> (Map<?, ?>) entry)
                : Stream.empty();
    }

    private static String text(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        return value == null ? "" : String.valueOf(value);
    }
}
