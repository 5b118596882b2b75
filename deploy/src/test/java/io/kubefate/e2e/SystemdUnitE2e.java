package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit of the archive, checked by systemd itself where it is installed. */
class SystemdUnitE2e {

    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    Path folder;

    @Test
    void systemdAcceptsEverySettingAndFindsTheProgram() throws IOException {
        assumeTrue(Files.isExecutable(ANALYZE), ANALYZE + " is not installed");
        String text = Files.readString(Home.folder().resolve("systemd/kubefate.service"));
        // Where this test has the archive, and with a user that every system has.
        Path unit = Files.writeString(
                folder.resolve("kubefate.service"),
                text.replace("/opt/kubefate", Home.folder().toString()).replace("User=kubefate", "User=daemon"));

        Command.Result checked = Command.run(Map.of(), folder, List.of(ANALYZE.toString(), "verify", unit.toString()));

        assertThat(checked.exitCode()).as(checked.toString()).isZero();
        assertThat(checked.err()).isEmpty();
    }
}
