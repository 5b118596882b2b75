package io.kubefate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.server.store.encryption.MasterKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The key that the service generates for the embedded database. */
class EncryptionKeyTest {

    @Test
    void isGeneratedOnceAndRequiredFromThenOn() throws Exception {
        TestServer server = TestServer.create();
        server.start();
        Path file = server.pluginCache().resolveSibling("encryption.key");
        String key = Files.readString(file);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        server.restart();
        assertThat(Files.readString(file)).isEqualTo(key);

        Files.delete(file);
        assertThatThrownBy(server::restart)
                .hasStackTraceContaining("the database is encrypted with the key " + id(key) + ", which is not in "
                        + file + ", which does not exist");
        assertThat(file).as("another key would not help").doesNotExist();
        Files.writeString(file, key);
        server.start();
        server.stop();
    }

    private static String id(String key) {
        return MasterKeys.parse("test", Stream.of(key)).first().id();
    }
}
