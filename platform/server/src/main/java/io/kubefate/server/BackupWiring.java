package io.kubefate.server;

import io.dropwizard.core.setup.Environment;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.backup.BackupServlet;
import io.kubefate.server.backup.BackupToken;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** Lets the command {@code backup} read the embedded database while the service has it open. */
final class BackupWiring {

    private BackupWiring() {}

    static void register(Environment environment, DatabaseConfiguration settings, Database database, Clock clock) {
        if (!settings.isEmbedded()) {
            return; // the command connects to the database itself
        }
        BackupServlet servlet = new BackupServlet(
                target -> database.backupWriter()
                        .write(database.backupHeader(Version.current(), clock.instant()), target),
                newToken(settings.file().toAbsolutePath().resolveSibling(BackupToken.FILE)));
        environment.admin().addServlet("backup", servlet).addMapping(BackupServlet.PATH);
    }

    private static BackupToken newToken(Path file) {
        BackupToken token = new BackupToken(UUID.randomUUID().toString());
        try {
            DataFolder.write(file, token.text() + System.lineSeparator());
            return token;
        } catch (IOException e) {
            throw new KubefateException(
                    ErrorCode.DATABASE_UNAVAILABLE, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
