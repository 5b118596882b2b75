package io.kubefate.cli.jsonpath;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.text.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A template of {@code kubectl -o jsonpath}: text with paths in braces, for example {@code {range
 * .items[*]}{.name}{"\n"}{end}}. What a value does not have prints as nothing.
 */
public final class JsonPathTemplate {

    private final String text;
    private final List<Part> parts;

    private JsonPathTemplate(String text, List<Part> parts) {
        this.text = requireNonNull(text, "text is null");
        this.parts = List.copyOf(parts);
    }

    private interface Part {

        void print(JsonNode root, JsonNode current, StringBuilder out);
    }

    /**
     * Reads a template.
     *
     * @param text with or without braces, if it is only a path
     * @throws JsonPathException if it is invalid
     */
    public static JsonPathTemplate parse(String text) {
        boolean onlyPath = !text.contains("{") && text.matches("[.$@\\[].*");
        return new JsonPathTemplate(text, new Parser(onlyPath ? "{" + text + "}" : text).parse());
    }

    /**
     * Prints a value.
     *
     * @param value a record of the API, or maps, lists and scalars; a list is the field {@code items}, as in kubectl
     */
    public String print(Object value) {
        JsonNode tree = Json.node(value instanceof List ? Map.of("items", value) : value);
        StringBuilder out = new StringBuilder();
        parts.forEach(part -> part.print(tree, tree, out));
        return out.toString();
    }

    @Override
    public String toString() {
        return text;
    }

    private static Part literal(String text) {
        return (root, current, out) -> out.append(text);
    }

    private static Part values(Path path) {
        return (root, current, out) -> out.append(path.find(root, current).stream()
                .map(value -> value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText())
                .collect(Collectors.joining(" ")));
    }

    private static Part range(Path path, List<Part> body) {
        return (root, current, out) ->
                path.find(root, current).forEach(item -> body.forEach(part -> part.print(root, item, out)));
    }

    private static final class Parser {

        private static final String RANGE = "range ";

        private final Excerpt template;
        private final Deque<Excerpt> ranges = new ArrayDeque<>();
        private final Deque<List<Part>> bodies = new ArrayDeque<>(List.of(new ArrayList<>()));

        Parser(String text) {
            this.template = Excerpt.of(text);
        }

        List<Part> parse() {
            String text = template.text();
            int position = 0;
            for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', position)) {
                bodies.element().add(literal(text.substring(position, open)));
                int start = open;
                int close = template.find(open + 1, "}").orElseThrow(() -> template.invalid(start, "} is missing"));
                expression(template.between(open + 1, close));
                position = close + 1;
            }
            bodies.element().add(literal(text.substring(position)));
            if (!ranges.isEmpty()) {
                throw ranges.element().invalid("{end} is missing");
            }
            return bodies.element();
        }

        private void expression(Excerpt expression) {
            String text = expression.text();
            if (text.startsWith(RANGE)) {
                ranges.push(expression);
                bodies.push(new ArrayList<>());
            } else if (text.equals("end")) {
                end(expression);
            } else if (expression.isQuoted()) {
                bodies.element().add(literal(expression.unquoted()));
            } else {
                bodies.element().add(values(PathParser.parse(expression)));
            }
        }

        private void end(Excerpt expression) {
            if (ranges.isEmpty()) {
                throw expression.invalid("{end} without {range}");
            }
            Excerpt range = ranges.pop();
            List<Part> body = bodies.pop();
            Path path = PathParser.parse(range.between(range.start() + RANGE.length(), range.end()));
            bodies.element().add(range(path, body));
        }
    }
}
