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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Reports all problems of a cluster.yaml: first the violations of its release's JSON Schema (draft 2020-12) and, if there are
 * none, the findings of the release's rules. Compiles the schema once; thread-safe. Patterns have the syntax of RE2.
 *
 * <p>A key whose value is null counts as missing, except one of a map with free keys whose {@code additionalProperties} have a
 * default, such as labels. {@code x-later-keys} lists keys of later releases, which are reported together. The keyword {@code format} is checked. The keyword {@code x-message} beside
 * {@code pattern}, {@code enum}, {@code anyOf} and so on replaces the default message, and {@code description} explains a pattern
 * without {@code x-message}.
 */
public final class SpecValidator {

    /** The key of a cluster.yaml that enables automatic reconciliation of drift. */
    public static final String AUTO_RECONCILE = "autoReconcile";

    private static final int MAX_PROBLEMS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Keywords unknown to JSON Schema, such as {@code x-message}, are annotations. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(DIALECT, SpecValidator::configure);

    private final Schema schema;
    private final ResolvedSchema resolved;
    private final SchemaDefaults defaults;
    private final LaterKeys laterKeys;

    /**
     * Compiles a schema.
     *
     * @param schemaText JSON Schema, draft 2020-12
     * @throws IllegalArgumentException if the text is not JSON or not a valid schema
     */
    public SpecValidator(String schemaText) {
        this.schema = compile(schemaText);
        this.resolved = new ResolvedSchema(schemaText);
        this.defaults = new SchemaDefaults(resolved);
        this.laterKeys = new LaterKeys(schema.getSchemaNode());
    }

    /**
     * Amends a cluster.yaml from an older client: replaces the former names of keys, which the schema lists as {@code
     * x-former-names}, and adds top-level keys.
     *
     * @param text a text that {@link SpecReader} accepts
     * @param additions keys and values, for those that the text does not have
     */
    public AmendedSpec amend(String text, Map<String, String> additions) {
        return new SpecReader().amend(text, new SpecAmendment(resolved), additions);
    }

    /** Validates the data of a cluster.yaml against the schema only. */
    public List<Problem> validate(ClusterSpec spec) {
        return causes(spec, path -> 0).stream()
                .map(cause -> cause.problem().get())
                .distinct()
                .toList();
    }

    /** {@return whether {@link #validate(ClusterSpec)} finds nothing, without the time to explain what it finds} */
    public boolean accepts(ClusterSpec spec) {
        return causes(spec, path -> 0).isEmpty();
    }

    /**
     * Validates a cluster.yaml against the schema and, if it is valid, against the rules of its release.
     *
     * @param document the parsed cluster.yaml
     * @param distribution the release with this schema
     * @param plugin the id of its plugin, for the error message
     * @return errors and warnings by line; at most 100, and then one with the number of the others
     * @throws KubefateException {@link ErrorCode#PLUGIN_FAILED} if the rules throw an exception
     */
    public List<LocatedProblem> validate(SpecDocument document, FateDistribution distribution, String plugin) {
        List<Located> schemaProblems = causes(document.spec(), document::line).stream()
                .map(cause -> new Located(document.line(cause.path()), cause.problem()))
                .toList();
        List<LocatedProblem> problems = first(schemaProblems);
        if (problems.stream().anyMatch(LocatedProblem::isError)) {
            return problems;
        }
        Stream<Located> findings = rules(document.spec(), distribution, plugin).stream()
                .map(problem -> new Located(document.line(problem.path()), () -> problem));
        return first(Stream.concat(schemaProblems.stream(), findings).toList());
    }

    private List<Cause> causes(ClusterSpec spec, ToIntFunction<List<Object>> line) {
        JsonNode instance = JSON.valueToTree(defaults.present(spec));
        List<Error> errors = schema.validate(instance);
        MistypedKeys mistyped = new MistypedKeys(errors);
        List<Error> unexplained =
                errors.stream().filter(error -> !mistyped.explain(error)).toList();
        List<Error> later = unexplained.stream()
                .filter(laterKeys::reports)
                .sorted(Comparator.comparingInt(error -> line.applyAsInt(LaterKeys.path(error))))
                .toList();
        List<Error> others =
                unexplained.stream().filter(error -> !laterKeys.reports(error)).toList();
        List<Cause> causes = new SchemaProblems(schema.getSchemaNode()).causes(others);
        return Stream.concat(causes.stream(), laterKeys.cause(later).stream()).toList();
    }

    /** A problem and its line. */
    private record Located(int line, Supplier<Problem> problem) {}

    /** Returns the first problems in the file, and the number of the others, which are not explained. */
    private static List<LocatedProblem> first(List<Located> all) {
        Stream<LocatedProblem> first = all.stream()
                .sorted(Comparator.comparingInt(Located::line))
                .map(located -> LocatedProblem.of(located.problem().get(), located.line()))
                .distinct()
                .limit(MAX_PROBLEMS);
        int more = all.size() - MAX_PROBLEMS;
        return more <= 0
                ? first.toList()
                : Stream.concat(first, Stream.of(LocatedProblem.error("", 0, "and " + more + " more problems")))
                        .toList();
    }

    /** Converts everything that a plugin throws into an error with the plugin's name. */
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
                        .regularExpressionFactory(new LinearPatterns())
                        .build());
    }

    private static Schema compile(String text) {
        JsonNode node = parse(text);
        List<String> errors = SCHEMAS.getSchema(SchemaLocation.of(DIALECT.getId())).validate(node).stream()
                .map(SpecValidator::schemaError)
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("invalid JSON Schema: " + String.join("; ", errors));
        }
        return SCHEMAS.getSchema(withHostKeys(node));
    }

    private static String schemaError(Error error) {
        boolean pattern = error.getKeyword().equals("format")
                && error.getSchemaNode().asText().equals("regex");
        return pattern
                ? error.getInstanceLocation() + ": the pattern " + error.getInstanceNode()
                        + " is invalid, or has look-ahead, look-behind or back-references; use the syntax of RE2"
                : error.toString();
    }

    /** Adds the keys that the service itself supports for every release; plugins do not declare them. */
    private static JsonNode withHostKeys(JsonNode schema) {
        if (schema.get("properties") instanceof ObjectNode properties && !properties.has(AUTO_RECONCILE)) {
            properties
                    .putObject(AUTO_RECONCILE)
                    .put("type", "boolean")
                    .put("description", "whether to reconcile drift automatically");
        }
        return schema;
    }

    /** @throws IllegalArgumentException if the text is not JSON */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
