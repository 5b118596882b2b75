package io.kubefate.planning.plan;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who else has written an object, as far as Kubernetes keeps it ({@code metadata.managedFields}). */
final class LastWriter {

    /** What Kubernetes itself writes into objects: status and counters. */
    private static final Set<String> SYSTEM =
            Set.of("kube-controller-manager", "kube-scheduler", "kubelet", "kube-apiserver", Ownership.MANAGER);

    private LastWriter() {}

    /** {@return for example {@code kubectl-edit at 2026-11-28T10:00:00Z}, or empty if nobody else has written it} */
    static Optional<String> of(Manifest live) {
        return entries(live)
                .filter(entry -> !SYSTEM.contains(text(entry, "manager")))
                .max(Comparator.comparing(entry -> text(entry, "time")))
                .map(entry -> text(entry, "manager") + " at " + text(entry, "time"));
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
