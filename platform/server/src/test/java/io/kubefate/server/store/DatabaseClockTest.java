package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dropwizard.db.ManagedDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseClockTest {

    private ManagedDataSource connections;
    private Clock clock;

    @BeforeEach
    void open(@TempDir Path directory) {
        connections = TestDatabases.MARIADB.create(directory).connect();
        clock = DatabaseClock.of(Jdbi.create(connections));
    }

    @AfterEach
    void close() throws Exception {
        connections.stop();
    }

    @Test
    void showsTheTimeOfTheDatabaseInUtc() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
    }

    @Test
    void advancesBetweenTwoReadings() {
        Instant before = clock.instant();

        assertThat(clock.instant()).isAfter(before);
    }

    @Test
    void advancesWhileTheDatabaseIsUnavailable() throws Exception {
        Instant before = clock.instant();
        connections.stop();
        Thread.sleep(1_500);

        assertThat(Duration.between(before, clock.instant()))
                .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(20));
    }

    @Test
    void aPauseDuringAReadingDoesNotChangeIt() {
        Jdbi pausing = Jdbi.create(connections).setSqlLogger(new OnePause(Duration.ofMillis(1_500)));

        assertThat(DatabaseClock.of(pausing).instant()).isCloseTo(clock.instant(), within(500, ChronoUnit.MILLIS));
    }

    @Test
    void theWaitForAConnectionIsNoPartOfTheReading() {
        Jdbi busy = Jdbi.create(() -> {
            LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos());
            return connections.getConnection();
        });

        assertThat(DatabaseClock.of(busy).instant()).isCloseTo(clock.instant(), within(500, ChronoUnit.MILLIS));
    }

    /** Pauses after the first statement has been executed. */
    private static final class OnePause implements SqlLogger {

        private final Duration pause;
        private boolean over;

        OnePause(Duration pause) {
            this.pause = pause;
        }

        @Override
        public void logAfterExecution(StatementContext context) {
            if (!over) {
                over = true;
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }
}
