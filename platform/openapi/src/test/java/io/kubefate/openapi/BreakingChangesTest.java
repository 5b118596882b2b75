package io.kubefate.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {

    private static final String BEFORE = """
            {"paths": {"/v1/job": {"post": {
              "parameters": [{"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["name", "status"]}}],
              "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Args"}}}},
              "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Job"}}}}}}}},
             "components": {"schemas": {
              "Args": {"type": "object", "properties": {"data": {"type": "string"}}},
              "Job": {"type": "object", "required": ["uuid"], "properties": {
                "uuid": {"type": "string"}, "states": {"type": "array", "items": {"type": "string"}}}}}}}
            """;

    @Test
    void theSameDescriptionBreaksNothing() {
        assertThat(BreakingChanges.between(json(BEFORE), json(BEFORE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"post\" | \"put\" | POST /v1/job: is gone",
                "\"sort\" | \"order\" | POST /v1/job: parameter sort is gone",
                "\"in\": \"query\", | \"in\": \"query\", \"required\": true, | POST /v1/job: parameter sort is now required",
                ", \"status\"] | ] | POST /v1/job: parameter sort: status is not allowed",
                "\"Args\": {\"type\" | \"Args\": {\"required\": [\"data\"], \"type\" | Args.data: is now required",
                "\"required\": [\"uuid\"], | `` | Job.uuid: can be absent now",
                "\"states\" | \"steps\" | Job.states: is gone",
                "\"items\": {\"type\": \"string\"} | \"items\": {\"type\": \"object\"} | Job.states[]: has the type [object] instead of [string]",
                "\"uuid\": {\"type\": \"string\"} | \"uuid\": {\"type\": [\"string\", \"null\"]} | Job.uuid: has the type",
                "\"200\" | \"202\" | POST /v1/job: has no reply 200",
            })
    void aChangeThatBreaksClientsIsFound(String old, String replacement, String change) {
        JsonNode after = json(BEFORE.replace(old, replacement));

        assertThat(BreakingChanges.between(json(BEFORE), after))
                .singleElement()
                .asString()
                .startsWith(change);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"states\" | \"more\": {\"type\": \"string\"}, \"states\"",
                "\"status\"] | \"status\", \"updated\"]",
                "\"data\" | \"more\": {\"type\": \"string\"}, \"data\"",
            })
    void anAdditionBreaksNothing(String old, String replacement) {
        assertThat(BreakingChanges.between(json(BEFORE), json(BEFORE.replace(old, replacement))))
                .isEmpty();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
