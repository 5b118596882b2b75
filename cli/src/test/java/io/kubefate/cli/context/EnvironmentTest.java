package io.kubefate.cli.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void theHomeDirectoryIsThatOfTheVariableAsForOtherPrograms() {
        assertThat(Environment.home(Map.of("HOME", "/data/ann"))).isEqualTo(Path.of("/data/ann"));
    }

    @Test
    void theHomeDirectoryIsThatOfTheUserIfThereIsNoVariable() {
        assertThat(Environment.home(Map.of("HOME", ""))).isEqualTo(Path.of(System.getProperty("user.home")));
    }
}
