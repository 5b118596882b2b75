package io.kubefate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.store.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Namespace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands in a shell that lacks the variables of the service. */
class DatabaseCommandTest {

    private static final PrintStream NOWHERE =
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path data;
    private ServerConfiguration configuration;

    @BeforeEach
    void configure() {
        data = folder.resolve("data");
        DatabaseConfiguration database = new DatabaseConfiguration(
                DatabaseConfiguration.Type.EMBEDDED, null, null, null, null, null, data.resolve("kubefate"));
        configuration = new ServerConfiguration() {
            @Override
            public DatabaseConfiguration database() {
                return database;
            }
        };
    }

    private static Stream<DatabaseCommand> commands() {
        return Stream.of(
                new PasswordCommand(new ByteArrayInputStream(new byte[0]), NOWHERE),
                new BackupCommand(NOWHERE, "v3.0.0"),
                new EncryptionCommand(NOWHERE));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void createNoDatabase(DatabaseCommand command) {
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(KubefateException.class)
                .hasMessage("there is no database in " + data
                        + "; set KUBEFATE_DATA and FATECLOUD_DB_TYPE, FATECLOUD_DB_HOST, ... as for the service");
        assertThat(data).doesNotExist();
    }

    @Test
    void useTheOneThatExists() throws Exception {
        Path backup = folder.resolve("backup.zip");
        run(new Creation());

        run(new BackupCommand(NOWHERE, "v3.0.0"));

        assertThat(Files.size(backup)).isPositive();
    }

    private void run(DatabaseCommand command) throws Exception {
        Namespace arguments =
                new Namespace(Map.of("target", folder.resolve("backup.zip").toString(), "action", "rotate"));
        command.run(new Bootstrap<>(new NoService()), arguments, configuration);
    }

    /** Creates the database. */
    private static final class Creation extends DatabaseCommand {

        private Creation() {
            super("create", "Creates the database");
        }

        @Override
        boolean isForNewDatabase() {
            return true;
        }

        @Override
        void run(Database database, Namespace arguments, ServerConfiguration configuration) {
            database.migrate();
        }
    }

    private static final class NoService extends Application<ServerConfiguration> {

        @Override
        public void run(ServerConfiguration configuration, Environment environment) {
            throw new IllegalStateException("commands start no service");
        }
    }
}
