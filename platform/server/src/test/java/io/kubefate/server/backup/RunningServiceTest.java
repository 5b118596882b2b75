package io.kubefate.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.FreePort;
import io.kubefate.server.TestServer;
import io.kubefate.server.store.backup.BackupFile;
import io.kubefate.server.store.backup.BackupSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A backup of the embedded database while the service has it open. */
class RunningServiceTest {

    @RegisterExtension
    private static final TestServer SERVER = TestServer.withDemoPlugin();

    @TempDir
    Path folder;

    @Test
    void writesTheBackupOfTheService() throws Exception {
        Path file = BackupFile.createUnfinished(folder.resolve("backup.zip"));
        BackupToken token = BackupToken.read(SERVER.dataFolder()).orElseThrow();

        assertThat(new RunningService(SERVER.adminPort(), token).backup(file)).isTrue();

        BackupSummary summary = BackupFile.summary(file);
        assertThat(summary.rows()).containsEntry("plugin", 1L).containsEntry("account", 2L);
        assertThat(summary.header().masterKeys()).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theServiceOfAnotherDatabaseRefuses() throws Exception {
        Path file = Files.createFile(folder.resolve("backup.zip"));

        assertThat(new RunningService(SERVER.adminPort(), new BackupToken("of another")).backup(file))
                .isFalse();
        assertThat(file).isEmptyFile();
    }

    @Test
    void thereMayBeNoService() throws Exception {
        Path file = Files.createFile(folder.resolve("backup.zip"));

        assertThat(new RunningService(FreePort.find(), new BackupToken("any")).backup(file))
                .isFalse();
    }

    @Test
    void onlyTheUserOfTheServiceReadsTheToken() throws IOException {
        Path token = SERVER.dataFolder().resolve(BackupToken.FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
    }
}
