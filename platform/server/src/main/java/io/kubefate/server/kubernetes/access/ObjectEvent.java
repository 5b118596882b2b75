package io.kubefate.server.kubernetes.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A Kubernetes event about an object of a cluster.
 *
 * @param time when it last occurred
 * @param type {@code Normal} or {@code Warning}
 * @param reason the reason in one word
 * @param module the module of the object, or empty text
 * @param kind the object's kind
 * @param name the object's name
 * @param count how often it occurred
 * @param message the message for display
 */
public record ObjectEvent(
        Instant time, String type, String reason, String module, String kind, String name, int count, String message) {

    public ObjectEvent {
        requireNonNull(time, "time is null");
        requireNonNull(type, "type is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(module, "module is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(message, "message is null");
    }
}
