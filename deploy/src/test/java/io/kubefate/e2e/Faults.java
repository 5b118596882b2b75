package io.kubefate.e2e;

import io.kubefate.e2e.ApiServerProxy.Disturbance;
import io.kubefate.e2e.ApiServerProxy.Effect;
import io.kubefate.e2e.Fault.Need;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The faults of a campaign. */
final class Faults {

    /** How long what only disturbs lasts, unless an outage is shorter: long enough for several jobs. */
    private static final Duration DISTURBANCE = Duration.ofSeconds(15);

    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final int READ_ONLY_SECONDS = 5;
    private static final int MAX_JUMP_SECONDS = 1_200;
    private static final double SOME = 0.3;

    private static final List<Fault> ALL = List.of(
            new Fault("kill", Faults::kill),
            new Fault("freeze", Faults::freeze),
            new Fault("stop", Faults::stop),
            new Fault("database-down", Faults::databaseDown),
            new Fault("database-crash", Faults::databaseCrash),
            new Fault("database-read-only", Faults::databaseReadOnly),
            new Fault("database-failover", Faults::databaseFailover),
            new Fault("deadlocks", Faults::deadlocks),
            new Fault("api-down", (site, random, outage) -> disturb(site, request -> Effect.CLOSE, outage)),
            new Fault("api-slow", (site, random, outage) -> disturb(site, request -> Effect.delay(SLOW), time(outage))),
            new Fault("api-500", answering(500, false)),
            new Fault("api-429", answering(429, false)),
            new Fault("api-409", answering(409, true)),
            new Fault("watches-closed", Faults::closeWatches),
            new Fault("watches-expired", Faults::expireWatches),
            new Fault("database-disk-full", Need.SMALL_DISK, Faults::fillDisk),
            new Fault("clock-jumps", Need.JUMPING_CLOCK, Faults::jump));

    private Faults() {}

    static List<Fault> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(Fault::name).toList();
    }

    /** The victim starts again while the next one is killed. */
    private static void kill(FaultSite site, Random random, Duration outage) throws InterruptedException {
        Service victim = site.anyRunning(random);
        Thread.sleep(random.nextInt(4_000));
        site.killAndRestart(victim, Duration.ofMillis(random.nextInt(8_000)));
    }

    private static void freeze(FaultSite site, Random random, Duration outage) throws InterruptedException {
        Service victim = site.anyRunning(random);
        Thread.sleep(random.nextInt(3_000));
        victim.pause();
        try {
            Thread.sleep(LEASE.toMillis() / 2 + random.nextInt(10_000));
        } finally {
            victim.resume();
        }
    }

    private static void stop(FaultSite site, Random random, Duration outage) throws InterruptedException {
        Service victim = site.anyRunning(random);
        Thread.sleep(random.nextInt(3_000));
        victim.stop();
        victim.start();
    }

    private static void databaseDown(FaultSite site, Random random, Duration outage) throws InterruptedException {
        site.database().stop();
        try {
            Thread.sleep(outage.toMillis());
        } finally {
            site.database().start();
        }
    }

    private static void databaseCrash(FaultSite site, Random random, Duration outage) throws InterruptedException {
        Thread.sleep(random.nextInt(3_000));
        site.database().kill();
        site.database().start();
    }

    /** The server becomes one that only reads, as the primary of before does, and all connections break. */
    private static void databaseReadOnly(FaultSite site, Random random, Duration outage) throws Exception {
        Thread.sleep(random.nextInt(3_000));
        try (Connection connection = site.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set global read_only = 1");
            try {
                breakConnections(statement);
                Thread.sleep(Duration.ofSeconds(READ_ONLY_SECONDS).toMillis());
            } finally {
                statement.execute("set global read_only = 0");
            }
            breakConnections(statement);
        }
    }

    /** The primary is killed, and a standby takes its place at the same address. The standby of the next round is a new one. */
    private static void databaseFailover(FaultSite site, Random random, Duration outage) throws Exception {
        MariaDb standby = site.databases().startStandby();
        Thread.sleep(random.nextInt(3_000));
        site.databases().failOverTo(standby);
    }

    private static void breakConnections(Statement statement) throws SQLException {
        List<Long> connections = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select id from information_schema.processlist where id != connection_id() and user = 'kubefate'")) {
            while (rows.next()) {
                connections.add(rows.getLong(1));
            }
        }
        for (long connection : connections) {
            try {
                statement.execute("kill connection " + connection);
            } catch (SQLException e) {
                // It has ended meanwhile.
            }
        }
    }

    /** Locks the rows in the reverse order of the service. */
    private static void deadlocks(FaultSite site, Random random, Duration outage) throws Exception {
        Instant end = Instant.now().plus(time(outage));
        try (Connection connection = site.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (Instant.now().isBefore(end)) {
                try {
                    statement.execute("update job set deleted_at = deleted_at where ended_at is null");
                    Thread.sleep(random.nextInt(200));
                    statement.execute("update cluster set deleted_at = deleted_at where deleted_at is null");
                    Thread.sleep(random.nextInt(200));
                } catch (SQLException e) {
                    // This side can be the one that loses.
                }
                connection.rollback();
                Thread.sleep(random.nextInt(50));
            }
        }
    }

    private static void fillDisk(FaultSite site, Random random, Duration outage) throws Exception {
        SmallDisk disk = site.disk().orElseThrow();
        disk.fill();
        try {
            Thread.sleep(time(outage).toMillis());
        } finally {
            disk.free();
        }
    }

    /** Into the past and the future, by more than leases and less than the life of a token. */
    private static void jump(FaultSite site, Random random, Duration outage) throws InterruptedException {
        JumpingClock clock = site.clock().orElseThrow();
        Instant end = Instant.now().plus(time(outage));
        while (Instant.now().isBefore(end)) {
            clock.jump(Duration.ofSeconds(random.nextInt(-MAX_JUMP_SECONDS, MAX_JUMP_SECONDS)));
            Thread.sleep(random.nextInt(4_000));
        }
        clock.jump(Duration.ZERO);
    }

    private static Fault.Round answering(int status, boolean onlyWrites) {
        return (site, random, outage) -> disturb(
                site,
                request -> (request.isWrite() || !onlyWrites) && random.nextDouble() < SOME
                        ? Effect.answer(status)
                        : Effect.PASS,
                time(outage));
    }

    private static Duration time(Duration outage) {
        return outage.compareTo(DISTURBANCE) < 0 ? outage : DISTURBANCE;
    }

    private static void disturb(FaultSite site, Disturbance disturbance, Duration time) throws InterruptedException {
        site.apiServer().disturb(disturbance);
        try {
            Thread.sleep(time.toMillis());
        } finally {
            site.apiServer().disturb(Disturbance.NONE);
        }
    }

    private static void closeWatches(FaultSite site, Random random, Duration outage) throws InterruptedException {
        Instant end = Instant.now().plus(time(outage));
        while (Instant.now().isBefore(end)) {
            Thread.sleep(random.nextInt(1_000));
            site.apiServer().closeWatches();
        }
    }

    /** The API server no longer has the version from which a watch is to continue. */
    private static void expireWatches(FaultSite site, Random random, Duration outage) throws InterruptedException {
        site.apiServer()
                .disturb(request -> request.isWatch() && random.nextBoolean() ? Effect.answer(410) : Effect.PASS);
        try {
            closeWatches(site, random, outage);
        } finally {
            site.apiServer().disturb(Disturbance.NONE);
        }
    }
}
