package io.kubefate.server.store.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * Selects rows of the audit. An empty text or set selects all.
 *
 * @param verb also the first word of verbs with two, for example {@code plugin}
 * @param cluster its name, {@code namespace/name} or id
 * @param results one of them
 * @param since from then on
 * @param until before
 * @param text a part of any text of the row, in upper or lower case
 */
public record AuditQuery(
        String user,
        String verb,
        String namespace,
        String cluster,
        Set<AuditResult> results,
        Instant since,
        Instant until,
        String text) {

    /** Before all rows. */
    public static final Instant ALWAYS = Instant.EPOCH;

    /** After all rows. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public static final AuditQuery ALL = new AuditQuery("", "", "", "", Set.of(), ALWAYS, NEVER, "");

    public AuditQuery {
        requireNonNull(user, "user is null");
        requireNonNull(verb, "verb is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(cluster, "cluster is null");
        results = Set.copyOf(results);
        requireNonNull(since, "since is null");
        requireNonNull(until, "until is null");
        requireNonNull(text, "text is null");
    }

    public boolean anyResult() {
        return results.isEmpty();
    }
}
