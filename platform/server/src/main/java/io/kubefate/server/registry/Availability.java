package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;

/**
 * Whether an image can be pulled.
 *
 * @param status the result
 * @param reason why the image is not present, for display; empty if it is present
 */
public record Availability(Status status, String reason) {

    /** The possible results. */
    public enum Status {
        /** The image exists and can be pulled. */
        PRESENT,
        /** The image does not exist. */
        MISSING,
        /** The registry requires credentials, or rejects them. */
        DENIED,
        /** There is no valid response. */
        UNREACHABLE,
        /** The name of the image is invalid. */
        INVALID
    }

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

    /** Returns the only answer about a host that is not known as a registry: a user must not explore the service's network. */
    static Availability unknown() {
        return unreachable("it is not a registry that the service can reach; the reason is reported for registries that"
                + " KUBEFATE_REGISTRIES lists");
    }

    static Availability unreachable(String reason) {
        return new Availability(Status.UNREACHABLE, reason);
    }
}
