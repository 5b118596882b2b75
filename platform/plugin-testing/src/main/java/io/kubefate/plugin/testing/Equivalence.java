package io.kubefate.plugin.testing;

import io.kubefate.plugin.testing.input.Places;
import io.kubefate.plugin.testing.input.Samples;
import io.kubefate.plugin.testing.input.SchemaNode;
import io.kubefate.plugin.testing.input.SchemaPlace;
import io.kubefate.plugin.testing.input.SpecPath;
import io.kubefate.plugin.testing.object.Meaning;
import io.kubefate.spi.ClusterSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Clusters that mean the same are rendered the same. */
final class Equivalence {

    private Equivalence() {}

    /** {@return a sentence if the order of a map's keys makes a difference} */
    static List<String> ofOrder(Subject subject, ClusterSpec spec) {
        ClusterSpec several = withSeveralKeys(subject, spec);
        ClusterSpec other = new ClusterSpec(reversed(several.values()));
        return meaning(subject, several).equals(meaning(subject, other))
                ? List.of()
                : List.of(
                        "with the keys of every map in the opposite order other objects are made; sort what is printed"
                                + " in the order of a map: " + several.values());
    }

    /** Gives maps whose keys the user chooses a second one, which stands nowhere else: a party has one address. */
    private static ClusterSpec withSeveralKeys(Subject subject, ClusterSpec spec) {
        Set<String> texts = Places.texts(spec.values());
        ClusterSpec several = spec;
        for (SpecPath path : Places.chosenKeys(spec.values(), subject.schema())) {
            SchemaNode map = subject.schema()
                    .place(path.parent())
                    .map(SchemaPlace::node)
                    .orElse(subject.schema().root());
            Map<String, Object> values = several.values();
            several = Samples.keys(map).stream()
                    .filter(key -> !texts.contains(key))
                    .map(key -> new ClusterSpec(path.parent().then(key).put(values, path.in(values))))
                    .filter(subject::accepts)
                    .findFirst()
                    .orElse(several);
        }
        return several;
    }

    /** {@return a sentence for each key that without a value does not count as absent} */
    static List<String> ofAbsence(Subject subject, ClusterSpec spec) {
        return Places.keys(spec.values()).stream()
                .flatMap(path -> ofAbsence(subject, spec, path))
                .toList();
    }

    private static Stream<String> ofAbsence(Subject subject, ClusterSpec spec, SpecPath path) {
        Map<String, Object> shorter = path.remove(spec.values());
        ClusterSpec absent = new ClusterSpec(shorter);
        ClusterSpec empty = new ClusterSpec(path.put(spec.values(), null));
        boolean last = path.parent().in(shorter) instanceof Map<?, ?> map && map.isEmpty();
        if (last || !subject.accepts(absent) || !subject.accepts(empty)) {
            return Stream.empty();
        }
        return meaning(subject, absent).equals(meaning(subject, empty))
                ? Stream.empty()
                : Stream.of(path + ": without a value it renders otherwise than absent; read it with the accessors of "
                        + "ClusterSpec, which treat both alike");
    }

    private static List<Object> meaning(Subject subject, ClusterSpec spec) {
        return Meaning.of(subject.render(spec));
    }

    private static Map<String, Object> reversed(Map<?, ?> map) {
        List<Object> keys = new ArrayList<>(map.keySet());
        Collections.reverse(keys);
        Map<String, Object> reversed = new LinkedHashMap<>();
        keys.forEach(key -> reversed.put((String) key, reversedValue(map.get(key))));
        return reversed;
    }

    private static Object reversedValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return reversed(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(Equivalence::reversedValue).toList()
                : value;
    }
}
