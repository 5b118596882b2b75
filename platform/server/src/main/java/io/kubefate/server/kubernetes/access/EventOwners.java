package io.kubefate.server.kubernetes.access;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubefate.server.kubernetes.EventLog;
import io.kubefate.server.kubernetes.Ownership;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds out whether an event is about a cluster. Events carry no labels, and the pods and ReplicaSets that they tell about may be gone,
 * so names decide: those of the cluster's workloads and claims, and those that Kubernetes makes of them.
 */
final class EventOwners {

    private static final Duration REFRESH = Duration.ofSeconds(5);

    /** What Kubernetes appends to the name of a Deployment, a Job or a StatefulSet for what it makes for them. */
    private static final Map<String, String> SUFFIXES = Map.of(
            "ReplicaSet", "-[a-z0-9]{5,10}",
            "Pod", "(-[a-z0-9]{5,10})?-([a-z0-9]{5}|\\d{1,4})",
            "Deployment", "",
            "StatefulSet", "",
            "Job", "");

    private final KubernetesClient client;
    private final String namespace;
    private final String clusterId;

    private final Map<String, String> workloads = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private Optional<Long> readAt = Optional.empty();

    EventOwners(KubernetesClient client, String namespace, String clusterId) {
        this.client = client;
        this.namespace = namespace;
        this.clusterId = clusterId;
    }

    /** {@return the event, if it is about the cluster} */
    synchronized Optional<ObjectEvent> event(Event event) {
        if (event.getInvolvedObject() == null) {
            return Optional.empty();
        }
        String kind = Objects.toString(event.getInvolvedObject().getKind(), "");
        String name = Objects.toString(event.getInvolvedObject().getName(), "");
        Optional<String> module = module(kind, name);
        if (module.isEmpty() && isRefreshed()) {
            module = module(kind, name);
        }
        return module.map(text -> new ObjectEvent(
                EventLog.time(event),
                Objects.toString(event.getType(), ""),
                Objects.toString(event.getReason(), ""),
                text,
                kind,
                name,
                count(event),
                Objects.toString(event.getMessage(), "").strip()));
    }

    private Optional<String> module(String kind, String name) {
        if (kind.equals("PersistentVolumeClaim")) {
            return Optional.ofNullable(claims.get(name)).or(() -> owner(name, "[a-z0-9.-]+-", "-\\d{1,4}"));
        }
        return Optional.ofNullable(SUFFIXES.get(kind)).flatMap(suffix -> owner(name, "", suffix));
    }

    private Optional<String> owner(String name, String before, String behind) {
        return workloads.entrySet().stream()
                .filter(workload -> name.matches(before + "\\Q" + workload.getKey() + "\\E" + behind))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** An event about something unknown may be about something new; most are about other clusters, hence not too often. */
    private boolean isRefreshed() {
        long now = System.nanoTime();
        if (readAt.filter(time -> now - time < REFRESH.toNanos()).isPresent()) {
            return false;
        }
        readAt = Optional.of(now);
        workloads.putAll(modules(client.apps()
                .deployments()
                .inNamespace(namespace)
                .withLabel(Ownership.CLUSTER, clusterId)
                .list()
                .getItems()));
        workloads.putAll(modules(client.apps()
                .statefulSets()
                .inNamespace(namespace)
                .withLabel(Ownership.CLUSTER, clusterId)
                .list()
                .getItems()));
        claims.putAll(modules(client.persistentVolumeClaims()
                .inNamespace(namespace)
                .withLabel(Ownership.CLUSTER, clusterId)
                .list()
                .getItems()));
        return true;
    }

    private static Map<String, String> modules(List<? extends HasMetadata> objects) {
        return objects.stream()
                .collect(toMap(
                        object -> object.getMetadata().getName(),
                        object -> object.getMetadata().getLabels().getOrDefault(Ownership.MODULE, "")));
    }

    private static int count(Event event) {
        if (event.getSeries() != null && event.getSeries().getCount() != null) {
            return event.getSeries().getCount();
        }
        return Objects.requireNonNullElse(event.getCount(), 1);
    }
}
