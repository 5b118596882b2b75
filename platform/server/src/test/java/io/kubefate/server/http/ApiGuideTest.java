package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kubefate.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The clients in docs/api.md, run as a reader runs them. */
class ApiGuideTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final Path GUIDE = Path.of("../../docs/api.md");

    @Test
    void theClientInPythonInstallsACluster(@TempDir Path folder) throws Exception {
        assumeThat(Path.of("/usr/bin/python3")).exists();

        String output = run(folder, "python", "client.py", "/usr/bin/python3");

        assertThat(output).startsWith("Success\n").contains("helm install Success", "by-python Running version 1-");
    }

    @Test
    void theClientInJavaInstallsACluster(@TempDir Path folder) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        String output = run(folder, "java", "Client.java", java);

        assertThat(output).matches("Success\\R1-\\d+\\R");
    }

    private static String run(Path folder, String language, String file, String program) throws Exception {
        Files.writeString(folder.resolve(file), block(language));
        Path cluster = folder.resolve("cluster.yaml");
        String name = "by-" + language;
        Files.writeString(
                cluster,
                "name: " + name + "\nnamespace: " + name + "\nchartName: demo\nchartVersion: v1\nmodules: [python]\n");
        String url = "http://127.0.0.1:" + SERVER.port();
        List<String> command =
                Stream.of(program, file, url, "admin", "admin", "cluster.yaml").toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
