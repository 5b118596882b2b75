package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user follows docs/getting-started.md: the files are those of the examples, and the commands work. Needs no Kubernetes. */
class GettingStartedE2e {

    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern FILES = Pattern.compile("(?ms)^<!-- file: (\\S+) -->\\n```yaml\\n(.*?)^```$");

    @TempDir
    Path folder;

    @Test
    void theFilesAreThoseOfTheExamples() throws IOException {
        for (MatchResult file : FILES.matcher(page()).results().toList()) {
            assertThat(Files.readString(Home.folder().resolve("examples").resolve(file.group(1))))
                    .as(file.group(1))
                    .isEqualTo(file.group(2));
        }
    }

    @Test
    void theCommandsWork() throws IOException {
        for (MatchResult file : FILES.matcher(page()).results().toList()) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
        }
        String script = COMMANDS.matcher(page())
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n", "set -eux\n", ""));

        try (Service service = new Service(folder, Map.of("KUBEFATE_KUBERNETES", "sandbox"))) {
            Command.Result result = Command.run(service.clientEnvironment(), folder, List.of("bash", "-c", script));

            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.out()).contains("fate-9999", "fate-10000", "party9999.fateboard.kubefate.net");
        }
    }

    private static String page() throws IOException {
        return Files.readString(Home.folder().resolve("docs/getting-started.md"));
    }
}
