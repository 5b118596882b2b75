package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.security.Grant;
import io.kubefate.server.service.identity.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits how many streams are open, because each takes a connection, memory and, mostly, a thread. Ends those whose users lose the
 * permission.
 */
public final class StreamSlots {

    private static final Logger LOG = LoggerFactory.getLogger(StreamSlots.class);

    private final int max;
    private final int maxPerUser;
    private final Set<Slot> open = new HashSet<>();
    private final Map<String, Integer> byUser = new HashMap<>();

    /**
     * Creates the slots of a service.
     *
     * @param max the number of streams of all users
     * @param maxPerUser the number of streams of one user
     */
    public StreamSlots(int max, int maxPerUser) {
        this.max = max;
        this.maxPerUser = maxPerUser;
    }

    /**
     * Takes a slot until a request has been answered completely.
     *
     * @throws KubefateException {@link ErrorCode#TOO_MANY_REQUESTS}
     */
    public Slot takeFor(HttpServletRequest request) {
        Slot slot = take(Grant.of(request));
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(request), failure -> slot.release());
        return slot;
    }

    /** Ends the streams that are no longer permitted. */
    public void revoke(Access access, Instant now) {
        open().forEach(slot -> slot.grant.loss(access, now).ifPresent(slot::revoke));
    }

    /**
     * Takes a slot.
     *
     * @throws KubefateException {@link ErrorCode#TOO_MANY_REQUESTS}
     */
    synchronized Slot take(Grant grant) {
        String user = grant.token().subject().user();
        int ofUser = byUser.getOrDefault(user, 0);
        if (ofUser >= maxPerUser) {
            throw full("user " + user + " has " + ofUser + " open streams of logs, events, commands and ports, the"
                    + " maximum (requests.maxStreamsPerUser)");
        }
        if (open.size() >= max) {
            throw full("the service has " + open.size() + " open streams of logs, events, commands and ports, the"
                    + " maximum (requests.maxStreams)");
        }
        Slot slot = new Slot(grant);
        open.add(slot);
        byUser.put(user, ofUser + 1);
        return slot;
    }

    /** Returns the number of open streams. */
    public synchronized int count() {
        return open.size();
    }

    private synchronized List<Slot> open() {
        return new ArrayList<>(open);
    }

    private synchronized void release(Slot slot) {
        if (open.remove(slot)) {
            byUser.computeIfPresent(slot.grant.token().subject().user(), (name, count) -> count > 1 ? count - 1 : null);
        }
    }

    private static KubefateException full(String reason) {
        return new KubefateException(ErrorCode.TOO_MANY_REQUESTS, reason + "; end one of them, or try again later");
    }

    /** The right to one stream. */
    public final class Slot {

        private final Grant grant;
        private volatile Optional<Revocable> stream = Optional.empty();

        private Slot(Grant grant) {
            this.grant = requireNonNull(grant, "grant is null");
        }

        /** Names the stream that has this slot. */
        public void use(Revocable started) {
            stream = Optional.of(started);
        }

        void release() {
            StreamSlots.this.release(this);
        }

        private void revoke(String reason) {
            LOG.info("a stream of user {} ends: {}", grant.token().subject().user(), reason);
            try {
                stream.ifPresent(started -> started.revoke(reason));
            } catch (RuntimeException e) {
                LOG.warn("cannot end a stream", e);
            }
        }
    }
}
