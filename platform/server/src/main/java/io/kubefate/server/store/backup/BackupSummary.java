package io.kubefate.server.store.backup;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backup contains.
 *
 * @param rows the number of rows of each table
 */
public record BackupSummary(BackupHeader header, Map<String, Long> rows) {

    public BackupSummary {
        requireNonNull(header, "header is null");
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }
}
