package io.kubefate.planning.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says everything that is wrong in a cluster.yaml: first what its release's JSON Schema (draft 2020-12) refuses, then, if
 * that is nothing, what the release's own rules find. Compiles the schema once; safe for several threads.
 *
 * <p>A key whose value is null counts as absent. The keyword {@code format} is checked. Problems are told in plain words;
 * where the schema author has better ones, the keyword {@code x-message} beside {@code pattern}, {@code enum},
 * {@code anyOf} and so on replaces them, and {@code description} explains a pattern that has no {@code x-message}.
 */
public final class SpecValidator {

    /** The key of a cluster.yaml that lets the service put drift right unasked. */
    public static final String AUTO_RECONCILE = "autoReconcile";

    private static final int MAX_PROBLEMS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Keywords that JSON Schema does not know, such as {@code x-message}, are remarks. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(DIALECT, SpecValidator::configure);

    private final Schema schema;

    /**
     * Compiles a schema.
     *
     * @param schemaText JSON Schema, draft 2020-12
     * @throws IllegalArgumentException if the text is no JSON or no schema
     */
    public SpecValidator(String schemaText) {
        this.schema = compile(schemaText);
    }

    /**
     * Checks a cluster.yaml against the schema alone.
     *
     * @param spec its data
     * @return everything that the schema refuses
     */
    public List<Problem> validate(ClusterSpec spec) {
        JsonNode instance = JSON.valueToTree(withoutNulls(spec.values()));
        return new SchemaProblems(schema.getSchemaNode()).explain(schema.validate(instance));
    }

    /**
     * Checks a cluster.yaml against the schema, and if that accepts it against the rules of its release.
     *
     * @param document what was read
     * @param distribution the release that has this schema
     * @param plugin the id of its plugin, for the error message
     * @return errors and warnings by line; at most 100, and then a last one that says how many more there are
     * @throws KubefateException {@link ErrorCode#PLUGIN_FAILED} if the rules fail instead of answering
     */
    public List<LocatedProblem> validate(SpecDocument document, FateDistribution distribution, String plugin) {
        List<Problem> problems = validate(document.spec());
        if (problems.isEmpty()) {
            problems = rules(document.spec(), distribution, plugin);
        }
        return shortened(problems.stream()
                .map(document::locate)
                .sorted(Comparator.comparingInt(LocatedProblem::line))
                .toList());
    }

    /** A plugin is somebody else's code: whatever it throws becomes an error that names it. */
    private static List<Problem> rules(ClusterSpec spec, FateDistribution distribution, String plugin) {
        try {
            return List.copyOf(distribution.validate(spec));
        } catch (KubefateException named) {
            throw named;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            String message = "plugin " + plugin + " could not check the cluster.yaml: " + e;
            throw new KubefateException(ErrorCode.PLUGIN_FAILED, message, e);
        }
    }

    private static void configure(SchemaRegistry.Builder registry) {
        registry.schemaCacheEnabled(false)
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build());
    }

    private static Schema compile(String text) {
        JsonNode node = parse(text);
        List<String> errors = SCHEMAS.getSchema(SchemaLocation.of(DIALECT.getId())).validate(node).stream()
                .map(Error::toString)
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("no JSON Schema: " + String.join("; ", errors));
        }
        return SCHEMAS.getSchema(withHostKeys(node));
    }

    /** What the service itself understands, whatever the release; no plugin has it in its schema. */
    private static JsonNode withHostKeys(JsonNode schema) {
        if (schema.get("properties") instanceof ObjectNode properties && !properties.has(AUTO_RECONCILE)) {
            properties
                    .putObject(AUTO_RECONCILE)
                    .put("type", "boolean")
                    .put("description", "whether drift is put right unasked");
        }
        return schema;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Object withoutNulls(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> rest = new LinkedHashMap<>();
            map.forEach((key, child) -> {
                if (child != null) {
                    rest.put(key, withoutNulls(child));
                }
            });
            return rest;
        }
        return value instanceof List<?> list
                ? list.stream().map(SpecValidator::withoutNulls).toList()
                : value;
    }

    private static List<LocatedProblem> shortened(List<LocatedProblem> problems) {
        int more = problems.size() - MAX_PROBLEMS;
        if (more <= 0) {
            return problems;
        }
        List<LocatedProblem> first = new ArrayList<>(problems.subList(0, MAX_PROBLEMS));
        first.add(LocatedProblem.error("", 0, "and " + more + " more problems"));
        return List.copyOf(first);
    }
}
