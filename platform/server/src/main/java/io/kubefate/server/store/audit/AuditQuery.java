package io.kubefate.server.store.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Selects rows of the audit. An empty text selects all.
 *
 * @param verb also the first word of verbs with two, for example {@code plugin}
 * @param cluster its name, {@code namespace/name} or id
 * @param result the name of an {@link AuditResult}
 * @param since from then on
 * @param until before
 * @param text a part of any text of the row, in upper or lower case
 */
public record AuditQuery(
        String user,
        String verb,
        String namespace,
        String cluster,
        String result,
        Instant since,
        Instant until,
        String text) {

    /** Before all rows. */
    public static final Instant ALWAYS = Instant.EPOCH;

    /** After all rows. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public static final AuditQuery ALL = new AuditQuery("", "", "", "", "", ALWAYS, NEVER, "");

    public AuditQuery {
        requireNonNull(user, "user is null");
        requireNonNull(verb, "verb is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(cluster, "cluster is null");
        requireNonNull(result, "result is null");
        requireNonNull(since, "since is null");
        requireNonNull(until, "until is null");
        requireNonNull(text, "text is null");
    }
}
