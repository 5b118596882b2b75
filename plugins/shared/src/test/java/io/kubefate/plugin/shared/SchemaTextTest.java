package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SchemaTextTest {

    @Test
    void anIncludeStandsForTheMembersOfTheOtherFile() {
        assertThat(SchemaText.of("schema-text/whole.json").replaceAll("\\s", ""))
                .isEqualTo("{\"a\":1,\"b\":{\"c\":\"$1\"},\"d\":2}");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> SchemaText.of("schema-text/broken.json"))
                .hasMessage("no-such-file.json is missing in the plugin's jar");
    }
}
