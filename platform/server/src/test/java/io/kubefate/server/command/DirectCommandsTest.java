package io.kubefate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.DemoPlugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectCommandsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final DirectCommands commands = new DirectCommands(List.of(new RenderCommand(print(out), print(err))));

    @BeforeEach
    void plugin() throws IOException {
        Files.write(folder.resolve("demo.jar"), DemoPlugin.jar("demo", "1.0.0"));
    }

    @Test
    void renderPrintsTheObjects() throws IOException {
        assertThat(commands.run(render("name: a", "namespace: a", "chartName: demo", "chartVersion: v1")))
                .isTrue();
        assertThat(text(out)).contains("kind: ConfigMap");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void renderPrintsWarnings() throws IOException {
        commands.run(render("name: a", "namespace: a", "chartName: demo", "chartVersion: v1", "note: b"));
        assertThat(text(err)).contains("warning: line 5: note: unused");
    }

    @Test
    void otherCommandsAreNotRun() {
        assertThat(commands.run(new String[] {"server", "conf.yaml"})).isFalse();
        assertThat(commands.run(new String[0])).isFalse();
    }

    private String[] render(String... lines) throws IOException {
        Path file =
                Files.writeString(folder.resolve("cluster.yaml"), String.join("\n", lines) + "\nmodules: [python]\n");
        return new String[] {"render", "--plugins", folder.toString(), "-f", file.toString()};
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
