package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, because only there the input is a pipe of the system. */
class PipeInputTest {

    @TempDir
    private Path directory;

    @Test
    void readsAFileFromAPipe() throws IOException, InterruptedException {
        Process program = start("cluster", "install", "--server", "http://127.0.0.1:1", "-f", "-");

        try (OutputStream input = program.getOutputStream()) {
            input.write("name: a\n---\nname: a\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(output(program)).contains("standard input, document 2");
        assertThat(program.waitFor()).isEqualTo(1);
    }

    private Process start(String... arguments) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Kubefate.class.getName())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        program.command().addAll(List.of(arguments));
        program.environment().put("HOME", directory.toString());
        return program.start();
    }

    private static String output(Process program) throws IOException {
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
