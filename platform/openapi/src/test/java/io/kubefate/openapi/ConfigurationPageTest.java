package io.kubefate.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.configuration.ServerConfiguration;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of the settings is the one of the code and of kubefate.yaml; {@code -Ddocs.write=true} writes docs/configuration.md. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../../docs/configuration.md");
    private static final Path FILE = Path.of("../../deploy/conf/kubefate.yaml");

    private static JsonNode file;

    @BeforeAll
    static void read() throws IOException {
        file = Yaml.mapper().readTree(FILE.toFile());
    }

    @Test
    void thePageDescribesTheSettings() throws IOException {
        String page = new ConfigurationPage(Comments.below(ServerConfiguration.class), file).text();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page);
            return;
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void theFileHasEverySettingOfTheClasses() {
        for (Map.Entry<String, JsonNode> section : file.properties()) {
            ConfigurationPage.settings(section.getKey())
                    .ifPresent(type -> assertThat(section.getValue().fieldNames())
                            .toIterable()
                            .as(section.getKey())
                            .containsExactlyInAnyOrderElementsOf(names(type)));
        }
    }

    @Test
    void theFileHasEverySection() {
        assertThat(Arrays.stream(ServerConfiguration.class.getMethods())
                        .filter(method -> method.getReturnType().isRecord()))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(file.has(method.getName()))
                        .as(method.getName())
                        .isTrue());
    }

    @Test
    void everySettingOfTheServiceHasAVariable() {
        for (Map.Entry<String, JsonNode> section : file.properties()) {
            if (ConfigurationPage.settings(section.getKey()).isPresent()) {
                assertThat(section.getValue())
                        .as(section.getKey())
                        .allSatisfy(value ->
                                assertThat(value.asText()).matches(".*\\$\\{(FATECLOUD|KUBEFATE)_[A-Z_]+:-.*}.*"));
            }
        }
    }

    private static List<String> names(Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
