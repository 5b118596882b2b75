package io.kubefate.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

    @TempDir
    Path directory;

    private final List<String> warnings = new ArrayList<>();

    private Path working;
    private Path home;

    @BeforeEach
    void makeDirectories() throws IOException {
        working = Files.createDirectory(directory.resolve("working"));
        home = Files.createDirectories(directory.resolve("home"));
        Files.createDirectory(home.resolve(".kubefate"));
    }

    @Test
    void hasDefaults() {
        assertThat(read(Map.of()))
                .isEqualTo(new Configuration(
                        standard("info"),
                        standard("admin"),
                        standard("admin"),
                        standard("localhost:8080"),
                        standard("false")));
    }

    @Test
    void acceptsTabsBetweenTokens() throws IOException {
        Files.writeString(
                working.resolve("config.yaml"),
                "serviceurl:\ta.b\t# c\nuser:\t# d\n  password:\t'x\ty'\nlog: {level:\tdebug}\n");

        assertThat(read(Map.of()).serviceUrl().value()).isEqualTo("a.b");
        assertThat(read(Map.of()).password().value()).isEqualTo("x\ty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "1e5", "1_000", "2020-11-13", "12:30:45"})
    void readsAPasswordWithoutQuotesAsItIsWritten(String password) throws IOException {
        Files.writeString(working.resolve("config.yaml"), "user:\n  password: " + password + "\n");

        assertThat(read(Map.of()).password().value()).isEqualTo(password);
    }

    @Test
    void readsNestedAndDottedKeysInAnyCase() throws IOException {
        Path file = Files.writeString(
                working.resolve("config.yaml"),
                "log:\n"
                        + "  level: debug\n"
                        + "user.username: ann\n"
                        + "User:\n"
                        + "  Password: 123\n"
                        + "serviceURL: a.b\n"
                        + "safeconnect: true\n");
        String source = file.toString();

        assertThat(read(Map.of()))
                .isEqualTo(new Configuration(
                        new Setting("debug", source),
                        new Setting("ann", source),
                        new Setting("123", source),
                        new Setting("a.b", source),
                        new Setting("true", source)));
    }

    @Test
    void prefersTheNamedFileThenTheWorkingDirectoryThenHome() throws IOException {
        Files.writeString(home.resolve(".kubefate/config.yaml"), "serviceurl: home\n");
        assertThat(read(Map.of()).serviceUrl().value()).isEqualTo("home");

        Files.writeString(working.resolve("config.yaml"), "serviceurl: working\n");
        assertThat(read(Map.of()).serviceUrl().value()).isEqualTo("working");

        Files.writeString(working.resolve("other.yaml"), "serviceurl: named\n");
        assertThat(named("other.yaml").serviceUrl().value()).isEqualTo("named");
    }

    @ParameterizedTest
    @CsvSource({
        "FATECLOUD_LOG_LEVEL, log.level",
        "FATECLOUD_USER_USERNAME, user.username",
        "FATECLOUD_USER_PASSWORD, user.password",
        "FATECLOUD_SERVICEURL, serviceurl",
        "FATECLOUD_SAFECONNECT, safeconnect"
    })
    void overridesTheFileWithVariables(String variable, String key) throws IOException {
        Files.writeString(working.resolve("config.yaml"), key + ": file\n");

        assertThat(read(Map.of(variable, "variable")).toString())
                .contains("Setting[value=variable, source=" + variable + "]")
                .doesNotContain("value=file");
    }

    @Test
    void ignoresEmptyVariables() {
        assertThat(read(Map.of("FATECLOUD_SERVICEURL", "")).serviceUrl().value())
                .isEqualTo("localhost:8080");
    }

    @Test
    void reportsUnknownKeysWithSimilarOnes() throws IOException {
        Path file = Files.writeString(
                working.resolve("config.yaml"), "servceurl: a.b\nuser: {name: ann}\ndb: {host: c}\nxyzzy: 1\n");

        assertThat(read(Map.of()).serviceUrl().value()).isEqualTo("localhost:8080");
        assertThat(warnings)
                .containsExactly(
                        file + ": unknown key servceurl; did you mean serviceurl?",
                        file + ": unknown key user.name; did you mean user.username?",
                        file + ": unknown key xyzzy");
    }

    @Test
    void rejectsANamedFileThatDoesNotExistOrIsADirectory() {
        assertThatThrownBy(() -> named("nix.yaml"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--config nix.yaml: no such file");
        assertThatThrownBy(() -> named(".")).hasMessageContaining("--config . is a directory");
    }

    @Test
    void reportsTheLineOfAnInvalidFile() throws IOException {
        Files.writeString(working.resolve("config.yaml"), "user: [\n");
        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("config.yaml: not YAML: line 2");

        Files.writeString(working.resolve("config.yaml"), "just text\n");
        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("not a map of keys and values");
    }

    private Configuration read(Map<String, String> variables) {
        return new ConfigurationReader(variables, working, home, warnings::add).read(Optional.empty());
    }

    private Configuration named(String file) {
        return new ConfigurationReader(Map.of(), working, home, warnings::add).read(Optional.of(Path.of(file)));
    }

    private static Setting standard(String value) {
        return new Setting(value, "the default");
    }
}
