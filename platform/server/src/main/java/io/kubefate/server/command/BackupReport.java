package io.kubefate.server.command;

import io.kubefate.server.store.backup.BackupHeader;
import io.kubefate.server.store.backup.BackupSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** What the commands tell of a backup. */
final class BackupReport {

    private BackupReport() {}

    static List<String> of(BackupSummary summary) {
        BackupHeader header = summary.header();
        String counts = "clusters: %d, revisions: %d, jobs: %d, users: %d, plugins: %d, entries of the audit: %d"
                .formatted(
                        rows(summary, "cluster"),
                        rows(summary, "revision"),
                        rows(summary, "job"),
                        rows(summary, "account"),
                        rows(summary, "plugin"),
                        rows(summary, "audit"));
        Instant created = header.createdAt().truncatedTo(ChronoUnit.SECONDS);
        return Stream.concat(
                        Stream.of(counts, "as of " + created + ", by kubefate-server " + header.service()),
                        header.masterKeys().stream()
                                .map(key -> "Keep the encryption key " + key
                                        + " elsewhere: without it, the passwords cannot be read."))
                .toList();
    }

    private static long rows(BackupSummary summary, String table) {
        return summary.rows().getOrDefault(table, 0L);
    }
}
