package io.kubefate.server.store.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What a backup says about itself.
 *
 * @param format of the file; this service knows {@link #FORMAT}
 * @param schema the version of the tables
 * @param service the version of the service
 * @param createdAt when the tables were read
 * @param masterKeys the IDs of the keys that are necessary to read the passwords; they are not in the file
 */
public record BackupHeader(int format, int schema, String service, Instant createdAt, List<String> masterKeys) {

    /** The format that this service writes. */
    public static final int FORMAT = 1;

    public BackupHeader {
        requireNonNull(service, "service is null");
        requireNonNull(createdAt, "createdAt is null");
        masterKeys = List.copyOf(masterKeys);
    }
}
