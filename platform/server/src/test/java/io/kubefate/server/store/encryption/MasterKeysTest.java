package io.kubefate.server.store.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key file contains. */
class MasterKeysTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void theFirstKeyEncrypts() {
        MasterKeys keys = MasterKeys.parse("file", Stream.of("# new", KEY, "", MasterKey.random() + "  "));

        assertThat(keys.keys()).hasSize(2);
        assertThat(keys.first().id()).isEqualTo(MasterKey.parse(KEY).id());
    }

    @Test
    void anIdDoesNotChangeAndDoesNotShowTheKey() {
        assertThat(MasterKey.parse(KEY).id())
                .isEqualTo(MasterKey.parse(KEY).id())
                .matches("[0-9a-f]{8}");
        assertThat(MasterKey.parse(KEY).toString())
                .isEqualTo(MasterKey.parse(KEY).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAECAw==", "not base64!", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gIQ=="})
    void anotherTextIsRejectedWithoutRepeatingIt(String line) {
        assertThatThrownBy(() -> MasterKeys.parse("keys.txt", Stream.of(KEY, line)))
                .hasMessage("key 2 in keys.txt is not 32 bytes in Base64; use the output of: openssl rand -base64 32");
    }

    @Test
    void anEmptyFileIsRejected() {
        assertThatThrownBy(() -> MasterKeys.parse("keys.txt", Stream.of("", "# none")))
                .hasMessage("keys.txt has no key; use the output of: openssl rand -base64 32");
    }
}
