package io.kubefate.server.store.identity;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.row.RowTimes;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of table {@code account}: a user who can log in.
 *
 * @param id the row number
 * @param name unique among the accounts that are not deleted
 * @param email may be empty
 * @param passwordHash a bcrypt hash
 * @param sessions a random text in every session token of the account; a new one ends all its sessions
 * @param times when the row changed
 */
public record AccountRecord(
        long id,
        String uuid,
        String name,
        String email,
        String passwordHash,
        boolean enabled,
        String sessions,
        @Nested RowTimes times) {

    public AccountRecord {
        requireNonNull(uuid, "uuid is null");
        requireNonNull(name, "name is null");
        requireNonNull(email, "email is null");
        requireNonNull(passwordHash, "passwordHash is null");
        requireNonNull(sessions, "sessions is null");
        requireNonNull(times, "times is null");
    }

    /** Omits the hash. */
    @Override
    public String toString() {
        return "account " + name;
    }
}
