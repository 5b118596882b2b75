package io.kubefate.server.service.audit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A request that was answered. Unknown texts are empty.
 *
 * @param id of the request
 * @param sender who sent it
 * @param verb what was requested, for example {@code install}
 * @param object what it is about
 * @param answer how it ended
 * @param isChange whether it was to change something
 */
public record AuditedRequest(
        String id, Sender sender, String verb, AuditedObject object, Answer answer, boolean isChange) {

    public AuditedRequest {
        requireNonNull(id, "id is null");
        requireNonNull(sender, "sender is null");
        requireNonNull(verb, "verb is null");
        requireNonNull(object, "object is null");
        requireNonNull(answer, "answer is null");
    }

    /**
     * Who sent a request.
     *
     * @param isKnown whether the user proved to be it
     * @param user the user; for a failed login, the name that was given
     * @param tokenKind the kind of the token
     * @param tokenId the public id of the token
     * @param address of the client
     * @param userAgent the program
     */
    public record Sender(
            boolean isKnown, String user, String tokenKind, String tokenId, String address, String userAgent) {

        public Sender {
            requireNonNull(user, "user is null");
            requireNonNull(tokenKind, "tokenKind is null");
            requireNonNull(tokenId, "tokenId is null");
            requireNonNull(address, "address is null");
            requireNonNull(userAgent, "userAgent is null");
        }
    }

    /**
     * The end of a request.
     *
     * @param status of HTTP
     * @param detail a short text without any value from the body
     * @param duration how long it took
     */
    public record Answer(int status, String detail, Duration duration) {

        public Answer {
            requireNonNull(detail, "detail is null");
            requireNonNull(duration, "duration is null");
        }
    }
}
