package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shell gets when the user presses TAB. */
class CompletionTest extends ServiceTest {

    private static final String CLUSTERS = "{\"msg\":\"\",\"data\":["
            + "{\"uuid\":\"27e37a60-fffb-4031-a76f-990b2ff43cf2\",\"name\":\"fate-1\",\"namespaces\":\"a\",\"values\":\"modules: [python,"
            + " mysql]\"},"
            + "{\"uuid\":\"b\",\"name\":\"same\",\"namespaces\":\"a\",\"values\":\"\"},"
            + "{\"uuid\":\"c\",\"name\":\"same\",\"namespaces\":\"b\",\"values\":\"\"}]}";

    @ParameterizedTest
    @CsvSource({
        "'cluster de', 'delete,describe'",
        "'completion ', 'bash,fish,zsh'",
        "'job list --ou', '--output'",
        "'clu', 'cluster'",
        "'cluster install --dry', '--dry-run'",
        "'cluster install -f ', ''",
        "'nonsense ', ''",
        "'__', ''"
    })
    void completesCommandsAndOptions(String line, String candidates) {
        assertThat(complete(line)).containsExactlyElementsOf(split(candidates));
        assertThat(service.logins()).isEmpty();
    }

    @Test
    void describesCommands() {
        assertThat(program.run("__complete", "--", "namespace", "l").out()).isEqualTo("list\tLists the namespaces\n");
    }

    @Test
    void completesNamesOfClusters() {
        service.on("GET /v1/cluster/", CLUSTERS);

        assertThat(complete("cluster describe ")).containsExactly("a/same", "b/same", "fate-1");
        assertThat(complete("cluster describe f")).containsExactly("fate-1");
        assertThat(complete("cluster delete --purge f")).containsExactly("fate-1");
    }

    @Test
    void completesModulesOfTheCluster() {
        service.on("GET /v1/cluster/", CLUSTERS);

        assertThat(complete("cluster logs fate-1 ")).containsExactly("mysql", "python");
        assertThat(complete("cluster exec 27e3 p")).containsExactly("python");
    }

    @Test
    void completesOtherNames() {
        service.on("GET /v1/job/", "{\"msg\":\"\",\"data\":[{\"uuid\":\"" + JOB + "\"}]}");
        service.on("GET /v1/plugin/", "{\"msg\":\"\",\"data\":[{\"id\":\"fate-1.5\"}]}");

        assertThat(complete("job describe ")).containsExactly(JOB);
        assertThat(complete("plugin describe ")).containsExactly("fate-1.5");
    }

    @Test
    void completesContextsAndUsesTheOneOfTheCommandLine() throws IOException {
        Path file = directory.resolve("home/.kubefate/config.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "contexts:\n  prod: {server: 'http://127.0.0.1:1'}\n  test: {server: 'http://" + service.address()
                        + "', api-token: kft_1}\n");
        service.on("GET /v1/job/", "{\"msg\":\"\",\"data\":[{\"uuid\":\"" + JOB + "\"}]}");
        program = new CommandLineRunner(directory);

        assertThat(complete("context use ")).containsExactly("prod", "test");
        assertThat(complete("job list --context p")).containsExactly("prod");
        assertThat(complete("job list --context = p")).containsExactly("prod");
        assertThat(complete("job list --context=p")).containsExactly("--context=prod");
        assertThat(complete("--context test job describe ")).containsExactly(JOB);
    }

    @Test
    void asksTheServiceOnlyOnceInAFewSeconds() {
        service.on("GET /v1/cluster/", CLUSTERS);

        complete("cluster describe ");
        complete("cluster describe f");

        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void isQuietIfTheServiceCannotBeReached() {
        service.close();

        assertThat(program.run("__complete", "--", "cluster", "describe", "")).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void completesInBash() throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeThat(bash).exists();
        Path script = Files.writeString(
                directory.resolve("test.sh"),
                "kubefate() { '" + Path.of(System.getProperty("java.home"), "bin/java") + "' -cp '"
                        + System.getProperty("java.class.path") + "' io.kubefate.cli.Kubefate \"$@\"; }\n"
                        + "source <(kubefate completion bash)\n"
                        + "COMP_WORDS=(kubefate cluster de); COMP_CWORD=2\n_complete_kubefate\n"
                        + "printf '%s\\n' \"${COMPREPLY[@]}\"\ncomplete -p kubefate\n");

        Process process = new ProcessBuilder(bash.toString(), script.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("delete\ndescribe\ncomplete -o default -F _complete_kubefate kubefate\n");
    }

    /** Returns the candidates without their descriptions. */
    private List<String> complete(String line) {
        String[] words = Stream.concat(Stream.of("__complete", "--"), Stream.of(line.split(" ", -1)))
                .toArray(String[]::new);
        Result result = program.run(words);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return result.out()
                .lines()
                .map(candidate -> candidate.replaceFirst("\t.*", ""))
                .toList();
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
