package io.kubefate.plugin.testing;

import io.kubefate.plugin.testing.input.SampleValues;
import io.kubefate.plugin.testing.input.SchemaNode;
import io.kubefate.plugin.testing.input.SchemaPlace;
import io.kubefate.plugin.testing.input.SpecPath;
import io.kubefate.plugin.testing.input.SpecPaths;
import io.kubefate.plugin.testing.object.ComparableObjects;
import io.kubefate.spi.ClusterSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Equivalent clusters render to the same objects. */
final class Equivalence {

    private Equivalence() {}

    /** {@return a sentence if the order of keys makes a difference} */
    static List<String> ofOrder(TestedDistribution tested, ClusterSpec spec) {
        ClusterSpec several = withSeveralKeys(tested, spec);
        ClusterSpec other = new ClusterSpec(reversed(several.values()));
        return meaning(tested, several).equals(meaning(tested, other))
                ? List.of()
                : List.of("the order of keys changes the objects; sort values that are printed"
                        + " in the order of a map: " + several.values());
    }

    /** Adds a second key to maps whose keys the user chooses. It is unique in the file, because rules can require this. */
    private static ClusterSpec withSeveralKeys(TestedDistribution tested, ClusterSpec spec) {
        Set<String> texts = SpecPaths.texts(spec.values());
        ClusterSpec several = spec;
        for (SpecPath path : SpecPaths.chosenKeys(spec.values(), tested.schema())) {
            SchemaNode map = tested.schema()
                    .place(path.parent())
                    .map(SchemaPlace::node)
                    .orElse(tested.schema().root());
            Map<String, Object> values = several.values();
            several = SampleValues.keys(map).stream()
                    .filter(key -> !texts.contains(key))
                    .map(key -> new ClusterSpec(path.parent().then(key).put(values, path.in(values))))
                    .filter(tested::accepts)
                    .findFirst()
                    .orElse(several);
        }
        return several;
    }

    /** {@return a sentence for each key that without a value is not equivalent to an absent one} */
    static List<String> ofAbsence(TestedDistribution tested, ClusterSpec spec) {
        return SpecPaths.keys(spec.values()).stream()
                .flatMap(path -> ofAbsence(tested, spec, path))
                .toList();
    }

    private static Stream<String> ofAbsence(TestedDistribution tested, ClusterSpec spec, SpecPath path) {
        Map<String, Object> shorter = path.remove(spec.values());
        ClusterSpec absent = new ClusterSpec(shorter);
        ClusterSpec empty = new ClusterSpec(path.put(spec.values(), null));
        boolean last = path.parent().in(shorter) instanceof Map<?, ?> map && map.isEmpty();
        if (last || !tested.accepts(absent) || !tested.accepts(empty)) {
            return Stream.empty();
        }
        return sameModel(tested, absent, empty) || meaning(tested, absent).equals(meaning(tested, empty))
                ? Stream.empty()
                : Stream.of(
                        path + ": renders differently without a value and when absent; read it with the accessors of "
                                + "ClusterSpec, which treat both alike");
    }

    /** The same model renders to the same objects, and comparing models is faster. */
    private static boolean sameModel(TestedDistribution tested, ClusterSpec one, ClusterSpec other) {
        return tested.distribution().model(one).equals(tested.distribution().model(other));
    }

    private static List<Object> meaning(TestedDistribution tested, ClusterSpec spec) {
        return ComparableObjects.of(tested.render(spec));
    }

    private static Map<String, Object> reversed(Map<?, ?> map) {
        List<Object> keys = new ArrayList<>(map.keySet());
        Collections.reverse(keys);
        Map<String, Object> reversed = new LinkedHashMap<>();
        keys.forEach(key -> reversed.put((String) key, reversedValue(map.get(key))));
        return reversed;
    }

    private static @Nullable Object reversedValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return reversed(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(Equivalence::reversedValue).toList()
                : value;
    }
}
