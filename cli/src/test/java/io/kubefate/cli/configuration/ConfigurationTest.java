package io.kubefate.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, false, http://localhost:8080/",
        "example.com, true, https://example.com/",
        "example.com/, FALSE, http://example.com/",
        "http://example.com/, false, http://example.com/",
        "http://example.com, true, https://example.com/",
        "HTTPS://example.com:8443//, false, https://example.com:8443/",
        "example.com/fate, '', http://example.com/fate/",
        "'[::1]:8080', false, http://[::1]:8080/"
    })
    void buildsTheAddress(String serviceUrl, String safeConnect, String address) {
        assertThat(configuration(serviceUrl, safeConnect).service()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "host:port", "host?x", "ftp://host"})
    void namesTheSourceOfAnInvalidAddress(String serviceUrl) {
        assertThatThrownBy(() -> configuration(serviceUrl, "false").service())
                .hasMessage("invalid serviceurl \"" + serviceUrl
                        + "\" (from the test): use a host and an optional port, for example example.com:8080");
    }

    @Test
    void requiresTrueOrFalseForSafeConnect() {
        assertThatThrownBy(() -> configuration("host", "perhaps").service())
                .hasMessage("invalid safeconnect \"perhaps\" (from the test): use true or false");
    }

    private static Configuration configuration(String serviceUrl, String safeConnect) {
        Setting other = new Setting("x", "the test");
        return new Configuration(
                other, other, other, new Setting(serviceUrl, "the test"), new Setting(safeConnect, "the test"));
    }
}
