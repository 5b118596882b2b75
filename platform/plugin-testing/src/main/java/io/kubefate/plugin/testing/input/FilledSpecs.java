package io.kubefate.plugin.testing.input;

import io.kubefate.spi.ClusterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Clusters in which every key of a schema has a value: as few as possible, several if rules exclude each other. Keys that rules reject
 * together with others are added to another cluster.
 */
public final class FilledSpecs {

    private static final int CANDIDATES = 4;

    private final SchemaPlaces schema;
    private final Predicate<ClusterSpec> accepted;
    private final Set<SchemaPlace> open;
    private final List<ClusterSpec> specs = new ArrayList<>();

    private FilledSpecs(SchemaPlaces schema, Predicate<ClusterSpec> accepted) {
        this.schema = schema;
        this.accepted = accepted;
        this.open = new LinkedHashSet<>(schema.all());
    }

    /**
     * Creates the clusters.
     *
     * @param schema the keys and their values
     * @param accepted whether schema and rules accept a cluster
     * @param starts accepted clusters to add keys to; later ones are used for keys that the earlier ones could not take
     * @return the filled clusters
     */
    public static FilledSpecs of(SchemaPlaces schema, Predicate<ClusterSpec> accepted, List<ClusterSpec> starts) {
        FilledSpecs filled = new FilledSpecs(schema, accepted);
        starts.stream().filter(accepted).forEach(filled::fill);
        return filled;
    }

    /** {@return clusters that schema and rules accept} */
    public List<ClusterSpec> specs() {
        return List.copyOf(specs);
    }

    /** {@return the places without an accepted value} */
    public List<String> untried() {
        return open.stream().map(SchemaPlace::name).toList();
    }

    private void fill(ClusterSpec start) {
        int before = open.size();
        markPresent(start.values());
        Map<String, Object> values = start.values();
        int left;
        do {
            left = open.size();
            for (SchemaPlace place : List.copyOf(open)) {
                Optional<Map<String, Object>> longer = longer(values, place);
                if (longer.isPresent()) {
                    values = longer.get();
                    markPresent(values);
                }
            }
        } while (open.size() < left);
        if (open.size() < before) {
            specs.add(new ClusterSpec(values));
        }
    }

    private Optional<Map<String, Object>> longer(Map<String, Object> values, SchemaPlace place) {
        return with(values, place).or(() -> withSiblings(values, place)).or(() -> withSwitch(values, place));
    }

    private void markPresent(Map<String, Object> values) {
        Stream.of(SpecPaths.scalars(values), SpecPaths.maps(values), SpecPaths.lists(values))
                .flatMap(List::stream)
                .forEach(path -> schema.place(path).ifPresent(open::remove));
    }

    private Optional<Map<String, Object>> with(Map<String, Object> values, SchemaPlace place) {
        return parents(values, place)
                .flatMap(parent -> candidates(parent, place).map(entry -> write(values, parent, entry)))
                .filter(candidate -> accepted.test(new ClusterSpec(candidate)))
                .findFirst();
    }

    /** Rules can require keys together, for example an address and its port. */
    private Optional<Map<String, Object>> withSiblings(Map<String, Object> values, SchemaPlace place) {
        if (place.isElement() || place.isChosen()) {
            return Optional.empty();
        }
        return parents(values, place)
                .map(parent -> {
                    Map<String, Object> longer = values;
                    for (SchemaPlace sibling : siblings(place)) {
                        Map<String, Object> before = longer;
                        longer = candidates(parent, sibling)
                                .findFirst()
                                .map(entry -> write(before, parent, entry))
                                .orElse(before);
                    }
                    return longer;
                })
                .filter(candidate -> accepted.test(new ClusterSpec(candidate)))
                .findFirst();
    }

    /** Rules can require a value of another key, for example the type of a Service with a node port. */
    private Optional<Map<String, Object>> withSwitch(Map<String, Object> values, SchemaPlace place) {
        return schema.all().stream()
                .filter(FilledSpecs::isSwitch)
                .flatMap(other -> parents(values, other)
                        .flatMap(parent -> candidates(parent, other).map(entry -> write(values, parent, entry))))
                .flatMap(switched -> with(switched, place).stream())
                .findFirst();
    }

    private static boolean isSwitch(SchemaPlace place) {
        boolean choice = !place.node().all("enum").isEmpty();
        boolean flag =
                place.node().all("type").stream().anyMatch(type -> type.asText().equals("boolean"));
        return (choice || flag) && !place.isElement() && !place.isChosen();
    }

    private List<SchemaPlace> siblings(SchemaPlace place) {
        return open.stream()
                .filter(other -> other.parent().equals(place.parent()) && !other.isChosen() && !other.isElement())
                .toList();
    }

    private Stream<SpecPath> parents(Map<String, Object> values, SchemaPlace place) {
        List<SpecPath> containers = place.isElement() ? SpecPaths.lists(values) : SpecPaths.maps(values);
        return containers.stream()
                .filter(path -> place.parent()
                        .equals(schema.place(path).map(SchemaPlace::name).orElse("")))
                .limit(1);
    }

    /** Key or index, and value, of a possible addition. */
    private Stream<Map.Entry<Object, Object>> candidates(SpecPath parent, SchemaPlace place) {
        List<Object> fitting = SampleValues.of(place.node()).stream()
                .filter(value -> schema.accepts(place, value))
                .limit(CANDIDATES)
                .toList();
        if (!place.isChosen()) {
            Object step = place.isElement() ? (Object) 0 : place.step();
            return fitting.stream().map(value -> Map.entry(step, value));
        }
        SchemaNode map = schema.place(parent).map(SchemaPlace::node).orElse(schema.root());
        return SampleValues.keys(map).stream()
                .flatMap(key -> fitting.stream().map(value -> Map.entry((Object) key, value)));
    }

    private static Map<String, Object> write(
            Map<String, Object> values, SpecPath parent, Map.Entry<Object, Object> entry) {
        if (entry.getKey() instanceof Integer) {
            return parent.put(values, List.of(entry.getValue()));
        }
        return parent.then(entry.getKey()).put(new LinkedHashMap<>(values), entry.getValue());
    }
}
