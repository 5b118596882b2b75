package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The limits of requests, which keep the service available to everybody.
 *
 * @param maxConnections the number of open connections
 * @param headerTimeLimit the time within which the headers of a request must arrive
 * @param maxBodies the bytes of all request bodies that are received or handled at the same time, without uploads
 * @param bodyTimeLimit the time within which a body must arrive
 * @param minBodyRate the bytes of a body that must arrive in each second
 * @param maxUpload the bytes of an uploaded plugin
 * @param maxStreams the number of open streams of all users
 * @param maxStreamsPerUser the number of open streams of one user
 * @param storageProblem returns why nothing can be stored, if the disk of the service is full
 * @param isTrustedProxy whether the headers {@code X-Forwarded-For} and {@code X-Forwarded-Proto} of an address are correct
 */
public record RequestLimits(
        int maxConnections,
        Duration headerTimeLimit,
        int maxBodies,
        Duration bodyTimeLimit,
        long minBodyRate,
        long maxUpload,
        int maxStreams,
        int maxStreamsPerUser,
        Supplier<Optional<String>> storageProblem,
        Predicate<InetAddress> isTrustedProxy) {

    public RequestLimits {
        requireNonNull(headerTimeLimit, "headerTimeLimit is null");
        requireNonNull(bodyTimeLimit, "bodyTimeLimit is null");
        requireNonNull(storageProblem, "storageProblem is null");
        requireNonNull(isTrustedProxy, "isTrustedProxy is null");
    }
}
