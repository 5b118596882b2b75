package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import io.kubefate.server.kubernetes.diagnosis.EventLog;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reports the events of a cluster, each once, from an informer, which lists all events again after it reconnects. */
final class EventWatch implements ResourceEventHandler<Event>, Watch {

    private final SharedIndexInformer<Event> informer;
    private final EventOwners owners;
    private final Consumer<ObjectEvent> onEvent;
    private final Map<String, String> toldVersions = new HashMap<>();

    EventWatch(SharedIndexInformer<Event> informer, EventOwners owners, Consumer<ObjectEvent> onEvent) {
        this.informer = informer;
        this.owners = owners;
        this.onEvent = onEvent;
    }

    Watch open() {
        informer.run();
        List<Event> known = informer.getStore().list();
        owners.read(known);
        known.stream().sorted(Comparator.comparing(EventLog::time)).forEach(this::report);
        informer.addEventHandler(this);
        return this;
    }

    @Override
    public void onAdd(Event event) {
        report(event);
    }

    @Override
    public void onUpdate(Event before, Event event) {
        report(event);
    }

    /** Called when Kubernetes expires an event. */
    @Override
    public synchronized void onDelete(Event event, boolean finalStateUnknown) {
        toldVersions.remove(event.getMetadata().getUid());
    }

    @Override
    public void close() {
        informer.close();
    }

    private synchronized void report(Event event) {
        String version = event.getMetadata().getResourceVersion();
        if (!version.equals(toldVersions.put(event.getMetadata().getUid(), version))) {
            owners.event(event).ifPresent(onEvent);
        }
    }
}
