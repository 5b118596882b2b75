package io.kubefate.server.kubernetes.fabric.access;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import io.kubefate.server.kubernetes.diagnosis.EventLog;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether an event is about a cluster. Events have no labels, and their pods and ReplicaSets may be deleted, so names
 * decide: those of the cluster's workloads and claims, and those that Kubernetes derives from them.
 */
final class EventOwners {

    private static final int MAX_STRANGERS = 10_000;

    /** The suffixes that Kubernetes appends to the name of a Deployment, a Job or a StatefulSet for its dependents. */
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
    private final Set<String> strangers = new HashSet<>();

    EventOwners(KubernetesClient client, String namespace, String clusterId) {
        this.client = client;
        this.namespace = namespace;
        this.clusterId = clusterId;
    }

    /**
     * Reads the existing workloads and claims.
     *
     * @param known the existing events: unknown objects in them do not belong to the cluster
     */
    synchronized EventOwners read(Collection<Event> known) {
        refresh();
        known.stream()
                .map(Event::getInvolvedObject)
                .filter(Objects::nonNull)
                .filter(object -> module(object.getKind(), object.getName()).isEmpty())
                .forEach(object -> strangers.add(object.getKind() + "/" + object.getName()));
        return this;
    }

    /** Returns the event if it is about the cluster. */
    synchronized Optional<ObjectEvent> event(Event event) {
        if (event.getInvolvedObject() == null) {
            return Optional.empty();
        }
        String kind = Objects.toString(event.getInvolvedObject().getKind(), "");
        String name = Objects.toString(event.getInvolvedObject().getName(), "");
        Optional<String> module = module(kind, name);
        if (module.isEmpty() && !strangers.contains(kind + "/" + name)) {
            module = lookUp(kind, name);
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

    /** An event about an unknown object can be about a new workload. Objects that are not found belong to another owner. */
    private Optional<String> lookUp(String kind, String name) {
        refresh();
        Optional<String> module = module(kind, name);
        if (strangers.size() > MAX_STRANGERS) {
            strangers.clear();
        }
        if (module.isEmpty()) {
            strangers.add(kind + "/" + name);
        }
        return module;
    }

    private void refresh() {
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
