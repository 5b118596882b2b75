package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/gitops.md: their files, and their commands against a service that needs no Kubernetes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GitOpsE2e {

    private static final Path EXAMPLES = Home.folder().resolve("examples/gitops");
    private static final Path PAGE = Home.folder().resolve("docs/gitops.md");
    private static final String FILE = "clusters/fate-exchange.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    private Service service;
    private String viewer;
    private String operator;
    private Path repository;

    @BeforeAll
    void createTokens(@TempDir Path home) {
        service = new Service(home, Map.of("KUBEFATE_KUBERNETES", "sandbox"));
        viewer = token("viewer");
        operator = token("operator");
    }

    @BeforeEach
    void checkOut(@TempDir Path folder) throws IOException {
        repository = folder;
        Files.createDirectories(folder.resolve("clusters"));
        Files.copy(EXAMPLES.resolve(FILE), folder.resolve(FILE));
    }

    @AfterAll
    void stopService() {
        service.close();
    }

    @ParameterizedTest
    @MethodSource("files")
    void thePageShowsTheFile(Path file) throws IOException {
        assertThat(Files.readString(PAGE)).contains("```yaml\n" + Files.readString(file) + "```\n");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyDocumentOfTheFileIsAnObject(Path file) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            assertThat(documents.readAll()).isNotEmpty().allMatch(JsonNode::isObject);
        }
    }

    @Test
    void thePageUsesCommandsAndOptionsThatExist() throws IOException {
        List<String> commands = Files.readString(PAGE)
                .lines()
                .filter(line -> line.matches(" {4}kubefate .*"))
                .map(String::strip)
                .toList();

        assertThat(commands).isNotEmpty().allSatisfy(this::isKnown);
    }

    @Test
    void theKustomizationMountsTheFilesByTheirHash() {
        Command.Result built = Command.run(Map.of(), EXAMPLES, List.of("kubectl", "kustomize", EXAMPLES.toString()));

        assertThat(built.out())
                .as(built.toString())
                .containsPattern("(?s)kind: ConfigMap.*name: (kubefate-clusters-\\w{10})\n.*configMap:\\s+name: \\1\n");
    }

    @Test
    void aPullRequestShowsThePlanAndTheMergeAppliesIt() throws IOException {
        Command.Result planned = workflow("plan", viewer);

        assertThat(planned.exitCode()).as(planned.toString()).isZero();
        assertThat(Files.readString(repository.resolve("summary")))
                .startsWith("```\n")
                .contains("fate-exchange");
        assertThat(service.get("v1/cluster/")).isEmpty();

        Command.Result applied = workflow("apply", operator);

        assertThat(applied.exitCode()).as(applied.toString()).isZero();
        assertThat(applied.out()).containsPattern("fate-exchange/fate-exchange *\tinstalled");
        assertThat(workflow("plan", viewer).exitCode()).as("nothing to change").isZero();

        Command.Result repeated = job(operator);

        assertThat(repeated.exitCode()).as(repeated.toString()).isZero();
        assertThat(repeated.out()).containsPattern("fate-exchange/fate-exchange *\tunchanged");
    }

    @Test
    void aConfigurationInTheRepositorySelectsNoOtherService() throws IOException {
        Files.writeString(repository.resolve("config.yaml"), "serviceurl: 127.0.0.1:1\n");

        Command.Result planned = workflow("plan", viewer);

        assertThat(planned.exitCode()).as(planned.toString()).isZero();
    }

    @Test
    void thePlanOfAnInvalidFileFails() throws IOException {
        Files.writeString(repository.resolve(FILE), "\npullPolicy: Sometimes\n", StandardOpenOption.APPEND);

        Command.Result planned = workflow("plan", viewer);

        assertThat(planned.exitCode()).isEqualTo(1);
        assertThat(planned.out()).contains("pullPolicy");
    }

    @Test
    void theTokenOfThePlanCannotApply() throws IOException {
        Files.writeString(repository.resolve(FILE), "\npullPolicy: Always\n", StandardOpenOption.APPEND);

        Command.Result applied = workflow("apply", viewer);

        assertThat(applied.exitCode()).isEqualTo(1);
        assertThat(applied.toString()).contains("permission");
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    /** Returns an API token of a new user with a role in the namespace of the example. */
    private String token(String role) {
        succeeds("user", "create", role + "-user", "--generate-password");
        succeeds("permission", "grant", "--user", role + "-user", "--role", role, "--namespace", "fate-exchange");
        return succeeds("token", "create", "ci", "--user", role + "-user").strip();
    }

    private String succeeds(String... command) {
        Command.Result result = service.kubefate(command);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out();
    }

    /** Checks a command line by the help of its command. */
    private void isKnown(String line) {
        List<String> words = List.of(line.replaceFirst(" > .*", "").split(" +"));
        List<String> options =
                words.stream().filter(word -> word.startsWith("-")).toList();
        String[] help = Stream.concat(
                        words.stream()
                                .skip(1)
                                .takeWhile(word -> word.matches("[a-z]+"))
                                .limit(2),
                        Stream.of("--help"))
                .toArray(String[]::new);

        assertThat(succeeds(help)).as(line).contains(options);
    }

    /** Runs the step of a job of the workflow as the runner does. */
    private Command.Result workflow(String job, String token) throws IOException {
        JsonNode steps =
                YAML.readTree(EXAMPLES.resolve("github-actions.yaml").toFile()).at("/jobs/" + job + "/steps");
        String script = StreamSupport.stream(steps.spliterator(), false)
                .filter(step -> step.has("run"))
                .map(step -> step.at("/run").asText())
                .findFirst()
                .orElseThrow();
        Path temporary = Files.createDirectories(repository.resolve("temporary"));
        return run(
                List.of(
                        "bash",
                        "-e",
                        Files.writeString(temporary.resolve("step.sh"), script).toString()),
                Map.of(
                        "KUBEFATE_TOKEN", token,
                        "RUNNER_TEMP", temporary.toString(),
                        "GITHUB_STEP_SUMMARY", repository.resolve("summary").toString()));
    }

    /** Runs the container of the Kubernetes Job, with files that are links as in the volume of a ConfigMap. */
    private Command.Result job(String token) throws IOException {
        Path volume = Files.createDirectories(repository.resolve("volume"));
        Path data = Files.createDirectories(volume.resolve("..2026_01_31"));
        Files.move(repository.resolve(FILE), data.resolve("fate-exchange.yaml"));
        Files.createSymbolicLink(volume.resolve("..data"), data.getFileName());
        Files.createSymbolicLink(volume.resolve("fate-exchange.yaml"), Path.of("..data", "fate-exchange.yaml"));
        JsonNode container =
                YAML.readTree(EXAMPLES.resolve("apply.yaml").toFile()).at("/spec/template/spec/containers/0");
        return run(
                List.of("/bin/sh", "-ec", container.at("/args/0").asText()),
                Map.of(
                        "HOME", repository.toString(),
                        "KUBEFATE_CLUSTERS", volume.toString(),
                        "KUBEFATE_TOKEN_FILE",
                                Files.writeString(repository.resolve("token"), token)
                                        .toString()));
    }

    private Command.Result run(List<String> words, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("KUBEFATE_SERVER", "http://" + service.address());
        all.put("PATH", service.clientEnvironment().getOrDefault("PATH", ""));
        return Command.run(all, repository, words);
    }
}
