package io.kubefate.server.store.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of table {@code api_token}: a long-lived token of an account.
 *
 * @param id the row number
 * @param name what it is for
 * @param accountUuid its owner
 * @param sha256 the hash of the token in lower-case hexadecimal digits
 * @param lastUsedAt to the minute; empty before its first use
 * @param revokedAt empty if it is not revoked
 */
public record ApiTokenRecord(
        long id,
        String uuid,
        String name,
        String accountUuid,
        String sha256,
        Instant expiresAt,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    public ApiTokenRecord {
        requireNonNull(uuid, "uuid is null");
        requireNonNull(name, "name is null");
        requireNonNull(accountUuid, "accountUuid is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(expiresAt, "expiresAt is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(lastUsedAt, "lastUsedAt is null");
        requireNonNull(revokedAt, "revokedAt is null");
    }
}
