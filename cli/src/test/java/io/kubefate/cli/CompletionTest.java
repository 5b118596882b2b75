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

    private static final String CLUSTERS =
            "{\"msg\":\"\",\"data\":[{\"uuid\":\"27e37a60-fffb-4031-a76f-990b2ff43cf2\",\"name\":\"fate-1\",\"namespaces\":\"a\",\"values\":\"modules:"
                    + " [python, mysql]\"},{\"uuid\":\"b\",\"name\":\"same\",\"namespaces\":\"a\",\"values\":\"\"},"
                    + "{\"uuid\":\"c\",\"name\":\"same\",\"namespaces\":\"b\",\"values\":\"\"}]}";

    @ParameterizedTest
    @CsvSource({
        "'cluster de', 'delete,describe'",
        "'completion ', 'bash,fish,zsh'",
        "'job list --ou', '--output'",
        "'token list --sort-by ', 'created,expires,name,user'",
        "'permission list --so', '--sort-by'",
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
        assertThat(shell("bash", """
            source <(kubefate completion bash)
            COMP_WORDS=(kubefate context use t); COMP_CWORD=3
            _complete_kubefate
            printf '%s\\n' "${COMPREPLY[@]}"
            complete -p kubefate
            """, process()))
                .isEqualTo("test\ntest-2\ncomplete -o default -F _complete_kubefate kubefate\n");
    }

    /** With the words as bash splits them. */
    @Test
    void completesNamesWithColonsInBash() throws Exception {
        assertThat(shell("bash", """
            source <(kubefate completion bash)
            COMP_WORDS=(kubefate --context localhost : 80); COMP_CWORD=4
            _complete_kubefate
            printf '%s\\n' "${COMPREPLY[@]}"
            COMP_WORDS=(kubefate context use localhost :); COMP_CWORD=4
            _complete_kubefate
            printf '%s\\n' "${COMPREPLY[@]}"
            COMP_WORDS=(kubefate context use l); COMP_CWORD=3
            _complete_kubefate
            printf '%s\\n' "${COMPREPLY[@]}"
            """)).isEqualTo("8080\n8080\nlocalhost:8080\n");
    }

    @Test
    void completesLiveNamesInBash() throws Exception {
        service.on("GET /v1/cluster/", CLUSTERS);
        service.on("GET /v1/job/", "{\"msg\":\"\",\"data\":[{\"uuid\":\"" + JOB + "\"}]}");
        service.on("GET /v1/plugin/", "{\"msg\":\"\",\"data\":[{\"id\":\"fate-1.5\"}]}");

        assertThat(shell("bash", """
            source <(kubefate completion bash)
            complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _complete_kubefate; printf '%s\\n' "${COMPREPLY[@]}"; }
            complete_words kubefate cluster describe f
            complete_words kubefate cluster logs fate-1 ''
            complete_words kubefate job wait ''
            complete_words kubefate plugin disable f
            """)).isEqualTo("fate-1\nmysql\npython\n" + JOB + "\nfate-1.5\n");
    }

    /** Outside of the line editor, zsh's function that shows candidates fails, so the test has its own. */
    @Test
    void completesInZsh() throws Exception {
        assertThat(shell("zsh", """
            source <(kubefate completion zsh)
            print -- $_comps[kubefate]
            _describe() { print -l -- "${(@P)2}" }
            words=(kubefate context use t); CURRENT=4
            _kubefate
            words=(kubefate context d); CURRENT=3
            _kubefate
            """))
                .isEqualTo("_kubefate\ntest\ntest-2\ndelete:Deletes a context and its credentials\n");
    }

    @Test
    void completesInFish() throws Exception {
        assertThat(shell("fish", """
            kubefate completion fish | source
            complete -C 'kubefate context use t'
            complete -C 'kubefate context d'
            """)).isEqualTo("test\ntest-2\ndelete\tDeletes a context and its credentials\n");
    }

    /** Returns what a script of a shell prints, where {@code kubefate} is a program and there are four contexts. */
    private String shell(String shell, String script) throws IOException {
        try (LocalProgram local = new LocalProgram(program)) {
            return shell(shell, script, local.script());
        }
    }

    private String shell(String shell, String script, String kubefate) throws IOException {
        assumeThat(Stream.of("/bin", "/usr/bin").map(folder -> Path.of(folder, shell)))
                .as("%s is not installed", shell)
                .anyMatch(Files::exists);
        Path contexts = Files.createDirectories(home().resolve(".kubefate")).resolve("config.yaml");
        Files.writeString(
                contexts,
                "contexts:\n"
                        + "  prod: {server: 'http://a'}\n"
                        + "  test: {server: 'http://b'}\n"
                        + "  test-2: {server: 'http://c'}\n"
                        + "  localhost:8080: {server: 'http://localhost:8080'}\n");
        Path program = Files.createDirectories(directory.resolve("bin")).resolve("kubefate");
        Files.writeString(program, kubefate);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path file = Files.writeString(directory.resolve("script"), script);
        ProcessBuilder process = new ProcessBuilder(shell, file.toString()).redirectErrorStream(true);
        process.environment().put("PATH", program.getParent() + ":" + System.getenv("PATH"));
        process.environment().put("HOME", home().toString());
        return new String(process.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path home() {
        return directory.resolve("home");
    }

    /** Returns a script that runs the program in a process of its own. */
    private String process() {
        return "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin/java") + "' '-Duser.home=" + home()
                + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                + "' io.kubefate.cli.Kubefate \"$@\"\n";
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
