package io.kubefate.plugin.testing;

import io.kubefate.server.kubernetes.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects without their texts: which keys there are and of which type their values are. */
final class Shapes {

    private Shapes() {}

    /** {@return a line for each value of each object} */
    static List<String> of(List<Manifest> objects) {
        List<String> shapes = new ArrayList<>();
        objects.forEach(object -> collect(object.kind(), object.content(), shapes));
        return shapes;
    }

    private static void collect(String at, Object value, List<String> shapes) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> collect(at + "/" + key, entry, shapes));
            return;
        }
        if (value instanceof List<?> list) {
            list.forEach(element -> collect(at + "[]", element, shapes));
            return;
        }
        shapes.add(at + " " + (value == null ? "null" : value.getClass().getSimpleName()));
    }
}
