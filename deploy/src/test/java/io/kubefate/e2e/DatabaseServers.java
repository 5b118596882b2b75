package io.kubefate.e2e;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The MariaDB of replicas, at an address of its own. Another server can copy its data, as a standby does, and take its place. Replication is
 * semi-synchronous: what a service knows to be committed is on the standby.
 */
final class DatabaseServers implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;
    private final Forwarder address;
    private int number = 1;
    private volatile MariaDb primary;

    DatabaseServers(Path folder) {
        this.folder = folder;
        this.primary = MariaDb.ofPair(folder.resolve("server-1"), number);
        this.address = new Forwarder(primary.port());
    }

    MariaDb primary() {
        return primary;
    }

    /** {@return what a service needs to use the primary of the time} */
    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(primary.environment());
        all.put("FATECLOUD_DB_PORT", String.valueOf(address.port()));
        return all;
    }

    /** Starts a standby, and waits until each commit of the primary waits for it. */
    MariaDb startStandby() throws SQLException {
        number++;
        MariaDb standby = MariaDb.ofPair(folder.resolve("server-" + number), number);
        primary.execute(
                "set global rpl_semi_sync_master_wait_no_slave = off",
                "set global rpl_semi_sync_master_timeout = " + LIMIT.toMillis(),
                "set global rpl_semi_sync_master_enabled = on");
        standby.execute(
                "set global rpl_semi_sync_slave_enabled = on",
                "change master to master_host = '127.0.0.1', master_port = " + primary.port()
                        + ", master_user = 'admin', master_password = '" + MariaDb.PASSWORD
                        + "', master_ssl = 0, master_use_gtid = slave_pos",
                "start slave");
        Eventually.holds(
                "commits wait for the standby",
                LIMIT,
                () -> standby.variable("Seconds_Behind_Master", "show slave status")
                                .filter("0"::equals)
                                .isPresent()
                        && primary.variable("Value", "show status like 'Rpl_semi_sync_master_clients'")
                                .filter("1"::equals)
                                .isPresent()
                        && primary.variable("Value", "show status like 'Rpl_semi_sync_master_status'")
                                .filter("ON"::equals)
                                .isPresent());
        return standby;
    }

    /** Kills the primary; the standby applies what it has received, and takes its place. */
    void failOverTo(MariaDb standby) throws SQLException {
        primary.kill();
        String received = standby.variable("Gtid_IO_Pos", "show slave status").orElseThrow();
        standby.execute(
                "stop slave io_thread",
                "do master_gtid_wait('" + received + "', " + LIMIT.toSeconds() + ")",
                "stop slave",
                "reset slave all");
        primary = standby;
        address.moveTo(standby.port());
    }

    @Override
    public void close() {
        address.close();
        primary.close();
    }
}
