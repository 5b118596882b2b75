package io.kubefate.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Measures how long the jobs that a fault has hit last after its end. */
final class FaultRecovery {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Supplier<MariaDb> database;
    private final Map<String, LocalDateTime> hit = new HashMap<>();

    FaultRecovery(Supplier<MariaDb> database) {
        this.database = database;
    }

    /** Waits until a job has begun, so that the next fault hits one, or until the users have failed. */
    void awaitJob(BooleanSupplier failed) {
        Eventually.holds("a job has begun", LIMIT, () -> {
            if (failed.getAsBoolean()) {
                return true;
            }
            try (Connection connection = database.get().connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from job where ended_at is null")) {
                return rows.next() && rows.getInt(1) > 0;
            } catch (SQLException e) {
                return false;
            }
        });
    }

    /** Notes the jobs that have not ended, when a fault has. The last fault that hits a job counts. */
    void faultEnded() throws SQLException {
        try (Connection connection = database.get().connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select uuid, utc_timestamp(6) from job where ended_at is null")) {
            while (rows.next()) {
                hit.put(rows.getString(1), rows.getObject(2, LocalDateTime.class));
            }
        }
    }

    /** {@return the longest time from the end of a fault until the end of a job, which must have ended} */
    Duration slowest() throws SQLException {
        Duration slowest = Duration.ZERO;
        try (Connection connection = database.get().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select uuid, ended_at from job where ended_at is not null")) {
            while (rows.next()) {
                LocalDateTime ended = rows.getObject(2, LocalDateTime.class);
                Duration recovery = Duration.between(hit.getOrDefault(rows.getString(1), ended), ended);
                slowest = recovery.compareTo(slowest) > 0 ? recovery : slowest;
            }
        }
        return slowest;
    }
}
