package io.kubefate.server.http.audit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What is known of a request when it arrives.
 *
 * @param id of the request
 * @param address of the client
 * @param nanoTime when it arrived
 */
record Arrival(String id, String address, long nanoTime) {

    /** The attribute of a request that has its arrival. */
    static final String PROPERTY = Arrival.class.getName();

    Arrival {
        requireNonNull(id, "id is null");
        requireNonNull(address, "address is null");
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
