package io.kubefate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the service may read its data. */
class DataFolderTest {

    @TempDir
    private Path home;

    @Test
    void aNewFolderIsPrivate() throws IOException {
        protect();

        assertThat(permissions("data")).isEqualTo("rwx------");
    }

    @Test
    void anExistingFolderBecomesPrivate() throws IOException {
        write("data/kubefate.mv.db");
        write("data/plugins/a.jar");

        protect();

        assertThat(permissions("data")).isEqualTo("rwx------");
        assertThat(permissions("data/kubefate.mv.db")).isEqualTo("rw-------");
        assertThat(permissions("data/plugins")).isEqualTo("rwx------");
        assertThat(permissions("data/plugins/a.jar")).isEqualTo("rw-------");
    }

    @Test
    void filesOfOtherProgramsAreLeftAlone() throws IOException {
        write("data/kubefate.mv.db");
        write("data/other");

        protect();

        assertThat(permissions("data")).isEqualTo("rwxr-xr-x");
        assertThat(permissions("data/kubefate.mv.db")).isEqualTo("rw-------");
        assertThat(permissions("data/other")).isEqualTo("rw-r--r--");
    }

    private void protect() {
        new DataFolder(home.resolve("data"), List.of("kubefate.", "plugins")).protect();
    }

    private void write(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }
}
