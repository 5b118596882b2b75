package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.access.Broadcast;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import io.kubefate.server.kubernetes.diagnosis.EventLog;
import java.util.Comparator;
import java.util.List;

/** Reports the events of a cluster from an informer, which reconnects and then lists all events again. */
final class EventWatch implements ResourceEventHandler<Event>, Watch {

    private final SharedIndexInformer<Event> informer;
    private final EventOwners owners;
    private final Broadcast<ObjectEvent> listeners;

    EventWatch(SharedIndexInformer<Event> informer, EventOwners owners, Broadcast<ObjectEvent> listeners) {
        this.informer = informer;
        this.owners = owners;
        this.listeners = listeners;
    }

    Watch open() {
        try {
            informer.exceptionHandler((started, failure) -> started).run();
            List<Event> known = informer.getStore().list();
            owners.read(known);
            known.stream().sorted(Comparator.comparing(EventLog::time)).forEach(this::report);
            informer.addEventHandler(this);
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
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
        listeners.remove(event.getMetadata().getUid());
    }

    @Override
    public void close() {
        informer.close();
    }

    private synchronized void report(Event event) {
        owners.event(event)
                .ifPresent(report -> listeners.put(event.getMetadata().getUid(), report));
    }
}
