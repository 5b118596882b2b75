package io.kubefate.server.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks cluster.yaml files against the JSON Schema of one release. Thread-safe. */
public final class SpecValidator {

    private static final JsonMapper JSON = new JsonMapper();

    private final Schema schema;
    private final SchemaMessages messages;

    /**
     * A validator.
     *
     * @param schemaText JSON Schema, draft 2020-12. The keyword {@code x-message} beside a {@code pattern} says in words what to
     *     write instead
     * @throws IllegalArgumentException if the text is no JSON
     */
    public SpecValidator(String schemaText) {
        JsonNode root = parse(schemaText);
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
        this.messages = new SchemaMessages(root);
    }

    /**
     * Checks a cluster.yaml. A key without a value counts as absent.
     *
     * @param spec its content
     * @return everything that the schema does not allow
     */
    public List<Problem> validate(ClusterSpec spec) {
        JsonNode instance = JSON.valueToTree(withoutNulls(spec.values()));
        return schema.validate(instance).stream()
                .map(messages::problem)
                .distinct()
                .toList();
    }

    private static Object withoutNulls(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> {
                if (entry != null) {
                    copy.put(key, withoutNulls(entry));
                }
            });
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(withoutNulls(element)));
            return copy;
        }
        return value;
    }

    private static JsonNode parse(String schemaText) {
        try {
            return JSON.readTree(schemaText);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
