package io.kubefate.server.service.audit;

import io.kubefate.server.store.audit.AuditActor;
import io.kubefate.server.store.audit.AuditObject;
import io.kubefate.server.store.audit.AuditOutcome;
import io.kubefate.server.store.audit.AuditRecord;
import io.kubefate.server.store.audit.AuditResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Limits how many rows of refused requests a sender can cause in an interval, so that nobody can fill the table. Those beyond the limit
 * are counted: one row for each address, verb and status. All unknown senders together are one sender.
 */
final class AuditLimit {

    private final int maxRows;
    private final int maxCounters;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<Counter, Integer> counters = new LinkedHashMap<>();

    /**
     * Creates a limit.
     *
     * @param maxRows the rows of one sender in an interval, without the counted requests
     * @param maxCounters the rows for the counted requests of all senders in an interval, approximately
     */
    AuditLimit(int maxRows, int maxCounters) {
        this.maxRows = maxRows;
        this.maxCounters = maxCounters;
    }

    private record Counter(String user, String address, String verb, int status) {}

    /** Returns the row to add; empty if the request was only counted. */
    synchronized Optional<AuditRecord> admit(AuditRecord request, boolean isKnown) {
        if (request.outcome().result() == AuditResult.OK) {
            return Optional.of(request);
        }
        String sender = isKnown ? request.actor().userName() : "";
        if (rows.merge(sender, 1, Integer::sum) <= maxRows) {
            return Optional.of(request);
        }
        counters.merge(counter(request, sender), 1, Integer::sum);
        return Optional.empty();
    }

    /** Ends the interval, and returns the rows of the counted requests. */
    synchronized List<AuditRecord> end(Instant now) {
        List<AuditRecord> counted = new ArrayList<>();
        counters.forEach((counter, requests) -> counted.add(row(counter, requests, now)));
        rows.clear();
        counters.clear();
        return counted;
    }

    /** If there are too many counters, the address is no longer distinguished. */
    private Counter counter(AuditRecord request, String user) {
        Counter exact = new Counter(
                user,
                request.actor().address(),
                request.verb(),
                request.outcome().status());
        boolean distinguished = counters.containsKey(exact) || counters.size() < maxCounters;
        return distinguished ? exact : new Counter(user, "", exact.verb, exact.status);
    }

    private static AuditRecord row(Counter counter, int requests, Instant now) {
        return new AuditRecord(
                0,
                now,
                new AuditActor(counter.user, "", "", counter.address, ""),
                counter.verb,
                AuditObject.NONE,
                AuditOutcome.of(counter.status, requests + " more requests, which have no rows of their own"),
                "",
                requests);
    }
}
