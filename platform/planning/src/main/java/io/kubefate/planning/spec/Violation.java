package io.kubefate.planning.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.kubefate.planning.secret.SecretNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A keyword of a schema that a value violates.
 *
 * @param keyword for example {@code minimum}
 * @param value the invalid value
 * @param instance the keys and indexes that lead to the value
 * @param evaluation the steps through the schema that led to the keyword, the keyword last
 * @param schema the schema object that holds the keyword
 * @param property the unexpected or missing key, if the keyword is about one
 * @param fits for {@code oneOf}, the number of branches that the value satisfies; else 0
 */
record Violation(
        String keyword,
        JsonNode value,
        List<Object> instance,
        List<String> evaluation,
        JsonNode schema,
        Optional<String> property,
        int fits) {

    static Violation of(Error error, JsonNode root) {
        List<String> evaluation = elements(error.getEvaluationPath()).stream()
                .map(String::valueOf)
                .toList();
        JsonNode schema = SchemaWalk.follow(root, evaluation.subList(0, evaluation.size() - 1))
                .schema();
        return new Violation(
                error.getKeyword(),
                error.getInstanceNode(),
                elements(error.getInstanceLocation()),
                evaluation,
                schema,
                property(error),
                error.getKeyword().equals("oneOf") ? Integer.parseInt(String.valueOf(error.getArguments()[0])) : 0);
    }

    /** Returns the missing key of dependentRequired, which the validator reports as the first argument. */
    private static Optional<String> property(Error error) {
        boolean dependent = error.getKeyword().equals("dependentRequired");
        return dependent
                ? Optional.of(String.valueOf(error.getArguments()[0]))
                : Optional.ofNullable(error.getProperty());
    }

    /** Returns the keys and indexes of a path. */
    static List<Object> elements(NodePath path) {
        return IntStream.range(0, path.getNameCount())
                .mapToObj(path::getElement)
                .toList();
    }

    /** Returns the path of the value, for example {@code rollsite.partyList[0]}. */
    String path() {
        return path(instance);
    }

    /** Returns the path of a key in the value. */
    String path(String key) {
        String path = path();
        return path.isEmpty() ? key : path + "." + key;
    }

    static String path(List<Object> elements) {
        StringBuilder path = new StringBuilder();
        for (Object element : elements) {
            if (element instanceof Integer) {
                path.append('[').append(element).append(']');
                continue;
            }
            path.append(path.isEmpty() ? "" : ".").append(element);
        }
        return path.toString();
    }

    /** Returns the text of a keyword beside the violated one. */
    Optional<String> sibling(String name) {
        return Optional.ofNullable(schema.get(name)).map(JsonNode::asText);
    }

    /** Returns whether the value is a password, which messages do not quote. */
    boolean isSecret() {
        return instance.stream().anyMatch(key -> key instanceof String name && SecretNames.isSecret(name));
    }

    /** Identifies the schema object and the value. */
    List<Object> schemaAndValue() {
        return List.of(evaluation.subList(0, evaluation.size() - 1), instance);
    }

    /** Returns the keys and indexes that lead to the value, or to its unexpected or missing key. */
    List<Object> target() {
        return property.map(
                        key -> Stream.concat(instance.stream(), Stream.of(key)).toList())
                .orElse(instance);
    }
}
