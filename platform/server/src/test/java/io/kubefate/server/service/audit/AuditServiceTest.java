package io.kubefate.server.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.store.AuditStore;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.audit.AuditActor;
import io.kubefate.server.store.audit.AuditObject;
import io.kubefate.server.store.audit.AuditOutcome;
import io.kubefate.server.store.audit.AuditQuery;
import io.kubefate.server.store.audit.AuditRecord;
import io.kubefate.server.store.row.RowRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the service does by itself with the audit. */
@Timeout(30)
class AuditServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(180);
    private static final Instant OLD = NOW.minus(RETENTION).minusSeconds(1);

    private final EmbeddedDatabase database = new EmbeddedDatabase();
    private final Jdbi jdbi = database.jdbi();
    private final AuditStore store = new AuditStore(jdbi);
    private final AuditService audit =
            new AuditService(store, Clock.fixed(NOW, ZoneOffset.UTC), RETENTION, Duration.ofMillis(100));

    @BeforeEach
    void addRows() {
        store.append(Collections.nCopies(2500, row(OLD, "old")));
        store.append(List.of(row(NOW.minus(RETENTION), "kept")));
        audit.start();
    }

    @AfterEach
    void close() throws Exception {
        audit.close();
        database.close();
    }

    @Test
    void removesAllRowsThatAreTooOld() throws InterruptedException {
        awaitOnlyKept();
    }

    @Test
    void removesRowsAgainAtEachInterval() throws InterruptedException {
        awaitOnlyKept();
        store.append(List.of(row(OLD, "old")));

        awaitOnlyKept();
    }

    @Test
    void removesThemLaterIfTheDatabaseIsUnavailable() throws InterruptedException {
        awaitOnlyKept();
        jdbi.useHandle(handle -> handle.execute("alter table audit rename to hidden"));
        Thread.sleep(300);
        jdbi.useHandle(handle -> handle.execute("alter table hidden rename to audit"));
        store.append(List.of(row(OLD, "old")));

        awaitOnlyKept();
    }

    private void awaitOnlyKept() throws InterruptedException {
        List<String> verbs = verbs();
        while (verbs.contains("old")) {
            Thread.sleep(10);
            verbs = verbs();
        }
        assertThat(verbs).containsExactly("kept");
    }

    private List<String> verbs() {
        return store.list(AuditQuery.ALL, new RowRange("number", true, Optional.empty(), 5000)).stream()
                .map(AuditRecord::verb)
                .toList();
    }

    private static AuditRecord row(Instant at, String verb) {
        return new AuditRecord(
                0,
                at,
                new AuditActor("operator", "session", "t-1", "127.0.0.1", "test/1"),
                verb,
                AuditObject.NONE,
                AuditOutcome.of(200, ""),
                "r-1",
                1);
    }
}
