package io.kubefate.server.kubernetes.diagnosis;

import static java.util.stream.Collectors.groupingBy;

import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The events of a namespace by object. Events remain after their cause is resolved: see {@link #standing}. */
public final class EventLog {

    private final Map<String, List<Event>> byObject;

    EventLog(Collection<Event> events) {
        byObject = events.stream()
                .filter(event -> event.getInvolvedObject() != null
                        && event.getInvolvedObject().getUid() != null)
                .collect(groupingBy(event -> event.getInvolvedObject().getUid()));
    }

    /** Returns the latest event of an object that meets a condition. */
    Optional<Event> latest(String uid, Predicate<Event> condition) {
        return byObject.getOrDefault(uid, List.of()).stream()
                .filter(condition)
                .max(Comparator.comparing(EventLog::time));
    }

    /** Returns the latest event of an object. */
    Optional<Event> latest(String uid) {
        return latest(uid, event -> true);
    }

    /**
     * Returns the latest event of an object that no later event resolves.
     *
     * @param uid the uid of the object
     * @param condition selects events
     * @param settling the reasons of events that resolve it
     * @return the event, or empty if there is none or it is resolved
     */
    Optional<Event> standing(String uid, Predicate<Event> condition, Set<String> settling) {
        Optional<Event> end = latest(uid, reason(settling));
        return latest(uid, condition)
                .filter(event -> end.isEmpty() || time(event).isAfter(time(end.get())));
    }

    static Predicate<Event> reason(Set<String> reasons) {
        return event -> event.getReason() != null && reasons.contains(event.getReason());
    }

    static String message(Event event) {
        return Objects.toString(event.getMessage(), "").strip();
    }

    /**
     * Returns when an event last occurred. The field depends on the component that reported it, and on its version.
     *
     * @param event the event in Kubernetes
     * @return the time; {@link Instant#EPOCH} if no field has it
     */
    public static Instant time(Event event) {
        return Stream.of(
                        event.getLastTimestamp(),
                        event.getSeries() == null || event.getSeries().getLastObservedTime() == null
                                ? null
                                : event.getSeries().getLastObservedTime().getTime(),
                        event.getEventTime() == null
                                ? null
                                : event.getEventTime().getTime(),
                        event.getFirstTimestamp(),
                        event.getMetadata().getCreationTimestamp())
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .orElse(Instant.EPOCH);
    }
}
