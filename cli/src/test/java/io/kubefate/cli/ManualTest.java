package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual is that of the commands; {@code -Ddocs.write=true} writes docs/cli.md. */
class ManualTest {

    private static final Path REFERENCE = Path.of("..", "docs", "cli.md");

    @TempDir
    Path directory;

    @Test
    void theReferenceDescribesTheCommands() throws IOException {
        String page =
                new CommandLineRunner(directory).run("__manual", "--markdown").out();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(REFERENCE, page);
            return;
        }

        assertThat(Files.readString(REFERENCE)).isEqualTo(page);
    }

    @Test
    void everyCommandHasAnExample() throws IOException {
        new CommandLineRunner(directory).run("__manual", "man");

        for (Path page : pages()) {
            assertThat(Files.readString(page)).as(page.toString()).containsPattern("(?m)^ {2}(\\S.* )?kubefate ");
        }
    }

    @Test
    void theManPagesAreThoseOfTheCommands() throws IOException {
        new CommandLineRunner(directory).run("__manual", "man");

        assertThat(pages().stream().map(page -> page.getFileName().toString()))
                .contains("kubefate.1", "kubefate-cluster.1", "kubefate-cluster-install.1")
                .doesNotContain("kubefate-__complete.1");
        assertThat(Files.readString(directory.resolve("man/kubefate-context-use.1"), StandardCharsets.UTF_8))
                .contains(".SH NAME\nkubefate\\-context\\-use \\- Makes a context the current one.\n")
                .contains(".TP\n.B CONTEXT\nThe context.\n")
                .contains(".SH EXAMPLES\n.nf\n  kubefate context use production\n.fi\n");
    }

    @Test
    void theManPagesAreWithoutMistakes() throws IOException {
        Path groff = Path.of("/usr/bin/groff");
        assumeThat(groff).exists();
        new CommandLineRunner(directory).run("__manual", "man");

        List<String> command = Stream.concat(
                        Stream.of(groff.toString(), "-man", "-ww", "-Tutf8", "-z"),
                        pages().stream().map(Path::toString))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.onExit().join().exitValue()).isZero();
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("man"))) {
            return files.toList();
        }
    }
}
