package io.kubefate.server.store.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Numbers, names and messages that belong to an event, by key.
 *
 * @param values texts, integers and lists of texts
 */
public record EventDetails(@JsonValue Map<String, Object> values) {

    public static final EventDetails NONE = new EventDetails(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventDetails {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static EventDetails of(String key, Object value) {
        return NONE.with(key, value);
    }

    public EventDetails with(String key, Object value) {
        Map<String, Object> more = new TreeMap<>(values);
        more.put(key, value);
        return new EventDetails(more);
    }

    /** Returns the details with a changed message, if they have one. */
    public EventDetails withMessage(UnaryOperator<String> change) {
        return values.get("message") instanceof String text ? with("message", change.apply(text)) : this;
    }

    /** Returns a text; empty if there is none. */
    public String text(String key) {
        return String.valueOf(values.getOrDefault(key, ""));
    }

    /** Returns a number; 0 if there is none. */
    public int number(String key) {
        return values.get(key) instanceof Number number ? number.intValue() : 0;
    }

    /** Returns a list; empty if there is none. */
    public List<String> texts(String key) {
        return values.get(key) instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
