package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.JwtConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final JwtConfiguration NO_KEY = new JwtConfiguration(Optional.empty(), null);

    @TempDir
    private Path directory;

    @Test
    void usesTheConfiguredKey() {
        String key = "k".repeat(32);

        assertThat(SigningKey.find(new JwtConfiguration(Optional.of(key), null), embedded())
                        .getEncoded())
                .isEqualTo(key.getBytes(StandardCharsets.UTF_8));
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SigningKey.find(new JwtConfiguration(Optional.of("k".repeat(31)), null), embedded()))
                .withMessageContaining("FATECLOUD_JWT_KEY")
                .withMessageContaining("31 bytes; at least 32");
    }

    @Test
    void storesTheKeyNextToAnEmbeddedDatabase() throws IOException {
        byte[] first = SigningKey.find(NO_KEY, embedded()).getEncoded();
        Path file = directory.resolve("data/jwt.key");

        assertThat(SigningKey.find(NO_KEY, embedded()).getEncoded())
                .isEqualTo(first)
                .hasSizeGreaterThan(31);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void everyServerCreatesItsOwnKey() {
        DatabaseConfiguration other = database(DatabaseConfiguration.Type.EMBEDDED, "other/kubefate");

        assertThat(SigningKey.find(NO_KEY, embedded()).getEncoded())
                .isNotEqualTo(SigningKey.find(NO_KEY, other).getEncoded());
    }

    @Test
    void aDamagedKeyIsRefused() throws IOException {
        Files.createDirectories(directory.resolve("data"));
        Files.createFile(directory.resolve("data/jwt.key"));

        assertThatIllegalStateException()
                .isThrownBy(() -> SigningKey.find(NO_KEY, embedded()))
                .withMessageContaining("jwt.key")
                .withMessageContaining("0 bytes");
    }

    @Test
    void mysqlNeedsAConfiguredKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SigningKey.find(NO_KEY, database(DatabaseConfiguration.Type.MYSQL, "data/kubefate")))
                .withMessageContaining("set FATECLOUD_JWT_KEY");
    }

    private DatabaseConfiguration embedded() {
        return database(DatabaseConfiguration.Type.EMBEDDED, "data/kubefate");
    }

    private DatabaseConfiguration database(DatabaseConfiguration.Type type, String file) {
        return new DatabaseConfiguration(type, null, null, null, null, null, directory.resolve(file));
    }
}
