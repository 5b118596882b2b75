package io.kubefate.planning.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kubefate.spi.Problem.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Amends the text of a cluster.yaml from an older client: replaces former names of keys and values, which the keywords
 * {@code x-former-names} and {@code x-former-values} of the schema list, and adds top-level keys that only the request has. Everything
 * else in the text stays as it is. Use one instance for each text.
 */
final class SpecAmendment {

    private final ResolvedSchema schema;
    private final List<Edit> edits = new ArrayList<>();
    private final List<LocatedProblem> warnings = new ArrayList<>();
    private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The current names of renamed keys at the top level. */
    private final Set<String> renamed = new HashSet<>();

    private boolean onOneLine;

    SpecAmendment(ResolvedSchema schema) {
        this.schema = requireNonNull(schema, "schema is null");
    }

    /**
     * @param start the first code point to replace
     * @param end the code point after the last one
     */
    private record Edit(int start, int end, String replacement) {}

    /**
     * Amends a text.
     *
     * @param text what was parsed
     * @param root the node of the text
     * @param additions top-level keys and their values, for those that the text does not have or leaves empty
     */
    AmendedSpec amend(String text, MappingNode root, Map<String, String> additions) {
        onOneLine = isOnOneLine(root);
        rename(root, schema.root(), "");
        additions.forEach((key, value) -> add(root, key, TextNode.valueOf(value).toString(), text));
        return new AmendedSpec(edited(text), warnings);
    }

    private void rename(Node node, JsonNode declared, String path) {
        if (!visited.add(node)) {
            return;
        }
        JsonNode known = schema.resolved(declared);
        if (node instanceof MappingNode map) {
            map.getValue().forEach(entry -> rename(map, entry, known, path));
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                rename(list.getValue().get(i), known.path("items"), path + "[" + i + "]");
            }
        } else if (node instanceof ScalarNode scalar) {
            String former = scalar.getValue();
            JsonNode current = known.path("x-former-values").path(former);
            if (current.isTextual()) {
                replace(scalar, current.asText(), path, former + " is");
            }
        }
    }

    private void rename(MappingNode map, NodeTuple entry, JsonNode known, String path) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            return;
        }
        String name = key.getValue();
        String place = path.isEmpty() ? name : path + "." + name;
        Optional<String> current =
                currentName(known, name).filter(other -> find(map, other).isEmpty());
        current.ifPresent(other -> {
            renamed.add(place.equals(name) ? other : "");
            replace(key, other, place, "");
        });
        rename(entry.getValueNode(), schema.child(known, current.orElse(name)), place);
    }

    /** Replaces the text of a key or value by its current name, and adds a warning that starts with {@code subject}. */
    private void replace(ScalarNode former, String current, String path, String subject) {
        boolean quoted = former.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN;
        String replacement = quoted ? '"' + current + '"' : current;
        edits.add(new Edit(index(former.getStartMark()), index(former.getEndMark()), replacement));
        String message = (subject + " the former name of '" + current + "'; write " + current).strip();
        int line = onOneLine ? 0 : former.getStartMark().getLine() + 1;
        warnings.add(new LocatedProblem(Severity.WARNING, path, line, message));
    }

    private static Optional<String> currentName(JsonNode map, String former) {
        return map.path("properties").properties().stream()
                .filter(property -> property.getValue()
                        .path("x-former-names")
                        .valueStream()
                        .anyMatch(name -> name.asText().equals(former)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void add(MappingNode root, String key, String value, String text) {
        if (renamed.contains(key)) {
            return;
        }
        Optional<Node> present = find(root, key);
        if (present.isPresent()) {
            if (present.get() instanceof ScalarNode scalar && isEmpty(scalar)) {
                edits.add(new Edit(index(scalar.getStartMark()), index(scalar.getEndMark()), " " + value));
            }
            return;
        }
        if (root.getFlowStyle() == DumperOptions.FlowStyle.FLOW) {
            int start = index(root.getStartMark()) + 1;
            edits.add(new Edit(start, start, '"' + key + "\": " + value + ", "));
            return;
        }
        int end = index(root.getEndMark());
        int position = text.offsetByCodePoints(0, end);
        String lineBreak = position == 0 || text.charAt(position - 1) == '\n' ? "" : "\n";
        String indentation = " ".repeat(root.getStartMark().getColumn());
        edits.add(new Edit(end, end, lineBreak + indentation + key + ": " + value + "\n"));
    }

    /** Whether a document is on one line, such as the JSON of a client, so that the number of the line does not help. */
    static boolean isOnOneLine(MappingNode root) {
        return root.getFlowStyle() == DumperOptions.FlowStyle.FLOW
                && root.getStartMark().getLine() == root.getEndMark().getLine();
    }

    private static boolean isEmpty(ScalarNode scalar) {
        return scalar.getValue().isEmpty()
                || scalar.getValue().equals("~")
                || scalar.getValue().equals("null");
    }

    private static Optional<Node> find(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private String edited(String text) {
        StringBuilder edited = new StringBuilder();
        int position = 0;
        int codePoint = 0;
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
            int start = text.offsetByCodePoints(position, edit.start() - codePoint);
            edited.append(text, position, start).append(edit.replacement());
            position = text.offsetByCodePoints(start, edit.end() - edit.start());
            codePoint = edit.end();
        }
        return edited.append(text.substring(position)).toString();
    }

    private static int index(Mark mark) {
        return mark.getIndex();
    }
}
