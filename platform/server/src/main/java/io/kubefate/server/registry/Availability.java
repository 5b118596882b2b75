package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;

/**
 * Whether an image can be pulled.
 *
 * @param status what its registry said
 * @param reason why it is not present, in plain words; empty if it is
 */
public record Availability(Status status, String reason) {

    /** What can become of a question. */
    public enum Status {
        /** The registry has it and gives it to us. */
        PRESENT,
        /** The registry has no such image. */
        MISSING,
        /** The registry wants a login, or another one. */
        DENIED,
        /** There is no usable answer. */
        UNREACHABLE,
        /** What was asked for is no name of an image. */
        INVALID
    }

    /** Checks that nothing is null. */
    public Availability {
        requireNonNull(status, "status is null");
        requireNonNull(reason, "reason is null");
    }

    static Availability present() {
        return new Availability(Status.PRESENT, "");
    }

    static Availability missing(ImageReference image) {
        return new Availability(
                Status.MISSING, image.registry() + " has no " + image.repository() + " " + image.version());
    }

    static Availability denied(String reason) {
        return new Availability(Status.DENIED, reason);
    }

    static Availability unreachable(String reason) {
        return new Availability(Status.UNREACHABLE, reason);
    }
}
