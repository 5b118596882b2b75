package io.kubefate.plugin.testing.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.spi.ClusterSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places that a schema declares, and the values that it accepts there. Types that are documented elsewhere, such as an affinity, have
 * many keys and occur often, so their keys are places only where the type occurs first.
 */
public final class SchemaPlaces {

    private static final int MAX_DEPTH = 12;
    private static final List<String> ABOUT_THE_WHOLE = List.of(
            "required",
            "additionalProperties",
            "unevaluatedProperties",
            "minProperties",
            "maxProperties",
            "propertyNames",
            "dependentRequired",
            "dependentSchemas",
            "allOf",
            "anyOf",
            "oneOf",
            "if",
            "then",
            "else",
            "not",
            "$ref");

    private final Map<String, SchemaPlace> places = new LinkedHashMap<>();
    private final Set<String> documentedTypes = new HashSet<>();
    private final SchemaNode root;
    private final SpecValidator validator;

    /**
     * Reads a schema.
     *
     * @param schema its JSON text
     */
    public SchemaPlaces(String schema) {
        root = SchemaNode.of(schema);
        collect("", root, 0);
        validator = new SpecValidator(eachOnItsOwn().toString());
    }

    /** {@return the places, maps before their keys, without keys that accept no value} */
    public List<SchemaPlace> all() {
        return List.copyOf(places.values());
    }

    /** {@return the schema of the whole file} */
    public SchemaNode root() {
        return root;
    }

    /**
     * Finds a place by name.
     *
     * @param name see {@link SchemaPlace#name}
     * @return the place, if the schema declares it
     */
    Optional<SchemaPlace> find(String name) {
        return Optional.ofNullable(places.get(name));
    }

    /**
     * Reports whether the schema accepts a value at a place.
     *
     * @param place one of {@link #all}
     * @param value text, number, map and so on
     * @return true if the schema accepts it there
     */
    public boolean accepts(SchemaPlace place, Object value) {
        return validator.accepts(new ClusterSpec(Map.of(place.name(), value)));
    }

    /**
     * Finds the place of a path.
     *
     * @param path in a cluster.yaml
     * @return the place, if the schema declares it
     */
    public Optional<SchemaPlace> place(SpecPath path) {
        String name = "";
        for (Object step : path.steps()) {
            String next = step instanceof Integer ? name + "[]" : below(name, (String) step);
            name = places.containsKey(next) ? next : below(name, "*");
        }
        return Optional.ofNullable(places.get(name));
    }

    private void collect(String name, SchemaNode node, int depth) {
        boolean known =
                node.all("x-documentation").stream().map(JsonNode::asText).anyMatch(type -> !documentedTypes.add(type));
        if (depth > MAX_DEPTH || known) {
            return;
        }
        node.properties().forEach((key, child) -> add(new SchemaPlace(below(name, key), name, key, child), depth));
        node.items().ifPresent(items -> add(new SchemaPlace(name + "[]", name, "[]", items), depth));
        node.additional().ifPresent(values -> add(new SchemaPlace(below(name, "*"), name, "*", values), depth));
    }

    private void add(SchemaPlace place, int depth) {
        if (!place.node().isNever() && places.putIfAbsent(place.name(), place) == null) {
            collect(place.name(), place.node(), depth + 1);
        }
    }

    private static String below(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }

    /** A schema in which every place is a key at the top level. References keep their targets. */
    private JsonNode eachOnItsOwn() {
        ObjectNode schema = root.root().deepCopy();
        schema.remove(ABOUT_THE_WHOLE);
        ObjectNode properties = schema.withObjectProperty("properties");
        places.forEach((name, place) -> {
            ArrayNode all = properties.putObject(name).putArray("allOf");
            place.node().own().forEach(all::add);
        });
        return schema;
    }
}
