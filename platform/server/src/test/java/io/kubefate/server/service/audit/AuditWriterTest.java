package io.kubefate.server.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.CapturedLog;
import io.kubefate.server.store.AuditStore;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.audit.AuditActor;
import io.kubefate.server.store.audit.AuditObject;
import io.kubefate.server.store.audit.AuditOutcome;
import io.kubefate.server.store.audit.AuditQuery;
import io.kubefate.server.store.audit.AuditRecord;
import io.kubefate.server.store.row.RowRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(30)
@Isolated("a service that starts removes the appenders of all others")
class AuditWriterTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final EmbeddedDatabase database = new EmbeddedDatabase();
    private final Jdbi jdbi = database.jdbi();
    private final AuditStore store = new AuditStore(jdbi);
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final AuditWriter writer = new AuditWriter(store, executor, Duration.ofMillis(20));

    @AfterEach
    void close() throws Exception {
        executor.shutdownNow();
        database.close();
    }

    @Test
    void rowsAreStoredInTheirOrder() throws InterruptedException {
        for (int number = 0; number < 250; number++) {
            writer.add(row("verb-" + number));
        }

        assertThat(stored(250)).first().isEqualTo("verb-249");
    }

    @Test
    void rowsWaitForADatabaseThatIsUnavailable() throws InterruptedException {
        jdbi.useHandle(handle -> handle.execute("alter table audit rename to hidden"));
        try (CapturedLog log = CapturedLog.of(AuditWriter.class)) {
            writer.add(row("first"));
            writer.add(row("second"));
            while (log.lines().isEmpty()) {
                Thread.sleep(5);
            }
            Thread.sleep(100);
            jdbi.useHandle(handle -> handle.execute("alter table hidden rename to audit"));

            assertThat(stored(2)).containsExactly("second", "first");
            while (log.lines().size() < 2) {
                Thread.sleep(5); // it is logged after the rows are stored
            }
            assertThat(log.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("WARN the audit waits for the database: "),
                            line -> assertThat(line).contains("INFO the audit is stored again"));
        }
    }

    @Test
    void aRowThatTheDatabaseRefusesDoesNotHoldUpOthers() throws InterruptedException {
        jdbi.useHandle(handle -> handle.execute("alter table audit add constraint c check (verb <> 'bad')"));
        try (CapturedLog log = CapturedLog.of(AuditWriter.class)) {
            writer.add(row("good"));
            writer.add(row("bad"));
            writer.add(row("better"));

            assertThat(stored(2)).containsExactly("better", "good");
            assertThat(log.lines()).singleElement().asString().contains("ERROR the audit has lost ", "verb=bad");
        }
    }

    @Test
    void whatCannotBeStoredBeforeTheEndIsLogged() {
        jdbi.useHandle(handle -> handle.execute("drop table audit"));
        try (CapturedLog log = CapturedLog.of(AuditWriter.class)) {
            executor.shutdown();
            writer.add(row("late"));
            writer.finish();

            assertThat(log.lines()).last().asString().contains("ERROR the audit has lost ", "verb=late");
        }
    }

    private List<String> stored(int rows) throws InterruptedException {
        List<AuditRecord> found = List.of();
        while (found.size() < rows) {
            Thread.sleep(5);
            found = store.list(AuditQuery.ALL, new RowRange("number", true, Optional.empty(), 1000));
        }
        return found.stream().map(AuditRecord::verb).toList();
    }

    private static AuditRecord row(String verb) {
        AuditActor actor = new AuditActor("ann", "", "", "", "");
        return new AuditRecord(0, NOW, actor, verb, AuditObject.NONE, AuditOutcome.of(200, ""), "r", 1);
    }
}
