package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --color}. */
class ColorTest extends ServiceTest {

    private static final String ESCAPE = "\u001B[";

    @BeforeEach
    void cluster() {
        service.on(
                "GET /v1/cluster/",
                "{\"data\":[{\"uuid\":\"" + CLUSTER
                        + "\",\"name\":\"a\",\"namespaces\":\"n\",\"status\":\"Failed\"}]}");
    }

    @Test
    void aTerminalHasColorsUnlessTheyAreTurnedOff() {
        program.onTerminal(200);

        assertThat(program.run("cluster", "list").out()).contains(ESCAPE);
        assertThat(program.run("cluster", "list", "--color=auto").out()).contains(ESCAPE);
        assertThat(program.run("cluster", "list", "--color=never").out()).doesNotContain(ESCAPE);
    }

    @Test
    void aPipeHasColorsOnRequestOnly() {
        String plain = program.run("cluster", "list").out();
        String colored = program.run("--color", "always", "cluster", "list").out();

        assertThat(plain).doesNotContain(ESCAPE);
        assertThat(colored).contains(ESCAPE).isNotEqualTo(plain);
        assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help", "cluster list --help"})
    void theHelpHasTheSameColors(String command) {
        assertThat(program.run(command.split(" ")).out()).doesNotContain(ESCAPE);
        assertThat(program.run((command + " --color=always").split(" ")).out()).contains(ESCAPE);
    }

    @Test
    void rejectsAnotherWord() {
        assertThat(program.run("cluster", "list", "--color=green").err()).contains("--color", "auto, always, never");
    }
}
