package io.kubefate.server.store.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A row of table {@code role_grant}: that a user or group has a role in a namespace.
 *
 * @param id the row number
 * @param subject the name of the user or group
 * @param role the name of a role or of a single permission
 * @param namespace a namespace, or {@link #EVERYWHERE}
 * @param creator who granted it
 */
public record GrantRecord(
        long id,
        SubjectKind subjectKind,
        String subject,
        String role,
        String namespace,
        String creator,
        Instant createdAt) {

    /** In place of a namespace: in all, also future ones. */
    public static final String EVERYWHERE = "*";

    /** The role of which one enabled user must keep a grant {@link #EVERYWHERE}. */
    public static final String ADMIN = "admin";

    public GrantRecord {
        requireNonNull(subjectKind, "subjectKind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(role, "role is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(creator, "creator is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
