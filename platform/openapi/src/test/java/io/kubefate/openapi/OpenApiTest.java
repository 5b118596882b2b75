package io.kubefate.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The description that the build generates. The service serves a copy; {@code -Dopenapi.write=true} replaces it. The copy of the last
 * release is the baseline for incompatible changes.
 */
class OpenApiTest {

    private static final Path GENERATED = Path.of(System.getProperty("openapi.generated", "target/openapi.json"));
    private static final Path SERVED = Path.of("../server/src/main/resources/io/kubefate/server/openapi.json");
    private static final Path BASELINE = Path.of("../../config/api-baseline/openapi.json");

    private static JsonNode description;

    @BeforeAll
    static void read() throws IOException {
        description = new ObjectMapper().readTree(GENERATED.toFile());
    }

    @Test
    void theServiceServesWhatTheBuildGenerates() throws IOException {
        String generated = Files.readString(GENERATED).strip() + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(SERVED, generated);
        }

        assertThat(Files.readString(SERVED)).isEqualTo(generated);
    }

    @Test
    void nothingChangesThatClientsOfTheLastReleaseRelyOn() throws IOException {
        JsonNode baseline = new ObjectMapper().readTree(BASELINE.toFile());

        assertThat(BreakingChanges.between(baseline, description)).isEmpty();
    }

    @Test
    void everyOperationHasASummaryAndASchemaOfItsReply() {
        List<String> missing = new ArrayList<>();
        for (JsonNode path : description.at("/paths")) {
            for (JsonNode operation : path) {
                JsonNode reply = operation.at("/responses/200/content");
                JsonNode responses = operation.at("/responses");
                boolean described =
                        operation.has("summary") && (responses.has("101") || responses.has("303") || !reply.isEmpty());
                if (!described) {
                    missing.add(operation.at("/operationId").asText());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void operationsHaveDifferentIds() {
        assertThat(description.findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceHasATarget() {
        assertThat(description.findValuesAsText("$ref"))
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}
