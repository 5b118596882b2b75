package io.kubefate.plugin.testing.input;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Random clusters that a schema accepts: keys with and without values, empty text, enum values, examples, lists of several entries. The
 * same seed creates the same clusters.
 */
public final class RandomSpecs {

    private static final int MAX_DEPTH = 12;
    private static final int REPAIRS = 30;
    private static final List<String> HOSTILE = InjectionTexts.texts();

    private final SchemaPlaces schema;
    private final Function<ClusterSpec, List<Problem>> validate;
    private final ClusterSpec identity;
    private final Random random;
    private final Map<String, List<Object>> fitting = new HashMap<>();

    /**
     * Creates a generator.
     *
     * @param schema the keys and their values
     * @param validate the problems of a cluster in the schema
     * @param identity keys that every cluster has
     * @param seed the seed of the random generator
     */
    public RandomSpecs(
            SchemaPlaces schema, Function<ClusterSpec, List<Problem>> validate, ClusterSpec identity, long seed) {
        this.schema = schema;
        this.validate = validate;
        this.identity = identity;
        this.random = new Random(seed);
    }

    /** {@return the next cluster, or empty if the schema could not be satisfied this time} */
    public Optional<ClusterSpec> next() {
        Map<String, Object> values = new LinkedHashMap<>(map("", schema.root(), 0));
        values.putAll(identity.values());
        for (int attempt = 0; attempt < REPAIRS; attempt++) {
            List<Problem> problems = validate.apply(new ClusterSpec(values));
            if (problems.isEmpty()) {
                return Optional.of(new ClusterSpec(values));
            }
            values = without(values, problems);
        }
        return Optional.empty();
    }

    /** Removes rejected values, or the map or entry around a missing one. */
    private static Map<String, Object> without(Map<String, Object> values, List<Problem> problems) {
        Set<String> refused = problems.stream().map(Problem::path).collect(Collectors.toSet());
        List<SpecPath> places = Stream.of(SpecPaths.keys(values), SpecPaths.elements(values))
                .flatMap(List::stream)
                .toList();
        SpecPath worst = places.stream()
                .filter(path -> refused.contains(path.toString()))
                .findFirst()
                .or(() -> places.stream()
                        .filter(path -> refused.stream().anyMatch(text -> text.startsWith(path.toString())))
                        .reduce((first, second) -> second))
                .orElse(places.get(places.size() - 1));
        return worst.remove(values);
    }

    private @Nullable Object value(SchemaPlace place, int depth) {
        int dice = random.nextInt(20);
        if (dice == 0) {
            return null;
        }
        SchemaNode node = place.node();
        boolean nested = depth < MAX_DEPTH;
        if (nested && node.items().isPresent()) {
            return list(place.name(), depth);
        }
        if (nested && (!node.properties().isEmpty() || node.additional().isPresent())) {
            return map(place.name(), node, depth);
        }
        List<Object> values = fitting.computeIfAbsent(place.name(), name -> fitting(place));
        return values.isEmpty() ? null : values.get(random.nextInt(values.size()));
    }

    private List<Object> fitting(SchemaPlace place) {
        return Stream.of(SampleValues.of(place.node()), HOSTILE, List.of(""))
                .flatMap(List::stream)
                .filter(value -> schema.accepts(place, value))
                .map(Object.class::cast)
                .toList();
    }

    private List<Object> list(String name, int depth) {
        List<Object> list = new ArrayList<>();
        schema.find(name + "[]").ifPresent(element -> {
            int size = random.nextInt(4);
            for (int index = 0; index < size; index++) {
                Object value = value(element, depth + 1);
                if (value != null) {
                    list.add(value);
                }
            }
        });
        return list;
    }

    private Map<String, Object> map(String name, SchemaNode node, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<String> required = node.required();
        String prefix = name.isEmpty() ? "" : name + ".";
        List<String> keys = new ArrayList<>(node.properties().keySet());
        Collections.shuffle(keys, random);
        keys.stream()
                .filter(key -> required.contains(key) || random.nextInt(5) < 2)
                .forEach(key -> schema.find(prefix + key).ifPresent(place -> map.put(key, value(place, depth + 1))));
        schema.find(prefix + "*").ifPresent(place -> {
            List<String> chosen = SampleValues.keys(node);
            map.put(chosen.get(random.nextInt(chosen.size())), value(place, depth + 1));
        });
        return map;
    }
}
