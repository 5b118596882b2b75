package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A configuration file: as written, and with the values of its variables. Names the variable in which a wrong value has to be corrected. */
final class SettingsFile {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)");
    private static final List<String> SECRETS = List.of("password", "key", "secret", "token");

    private final JsonNode written;
    private final JsonNode values;

    /**
     * Replaces variables in the values of a file. A variable is always a part of one value: it cannot add a setting.
     *
     * @param written the content of the file
     * @param substitution replaces the variables in a text
     */
    SettingsFile(JsonNode written, UnaryOperator<String> substitution) {
        this.written = requireNonNull(written, "written is null");
        this.values = substitute(written, substitution);
    }

    /** {@return the settings with the values of their variables} */
    JsonNode values() {
        return values;
    }

    /**
     * Describes a wrong setting in one line.
     *
     * @param path its path, for example {@code server.adminConnectors[0].port}
     * @param problem what is wrong, and what to write
     */
    String describe(String path, String problem) {
        List<String> variables = variables(path);
        String name = variables.isEmpty() ? path : String.join(", ", variables) + " (" + path + ")";
        String value = values.at(pointer(path)).asText("");
        boolean shown = !value.isEmpty() && SECRETS.stream().noneMatch(path.toLowerCase(Locale.ROOT)::contains);
        return name + (shown ? " is \"" + value.strip() + "\": " : ": ") + problem;
    }

    /** Removes a setting, so that its default applies. Returns false if there is no such setting. */
    boolean remove(String path) {
        JsonPointer pointer = pointer(path);
        if (pointer.matches() || values.at(pointer).isMissingNode()) {
            return false;
        }
        JsonNode parent = values.at(pointer.head());
        JsonPointer last = pointer.last();
        if (parent instanceof ArrayNode list) {
            list.remove(last.getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(last.getMatchingProperty());
        }
        return true;
    }

    private List<String> variables(String path) {
        return VARIABLE.matcher(written.at(pointer(path)).asText(""))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static JsonPointer pointer(String path) {
        return JsonPointer.compile(
                path.isEmpty() ? "" : "/" + path.replaceAll("\\[(\\d+)]", ".$1").replaceAll("\\.+", "/"));
    }

    private static JsonNode substitute(JsonNode node, UnaryOperator<String> substitution) {
        if (node instanceof ObjectNode object) {
            ObjectNode result = object.objectNode();
            object.properties()
                    .forEach(entry -> result.set(entry.getKey(), substitute(entry.getValue(), substitution)));
            return result;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode result = list.arrayNode();
            list.forEach(element -> result.add(substitute(element, substitution)));
            return result;
        }
        return node.isTextual() ? TextNode.valueOf(substitution.apply(node.asText())) : node;
    }
}
