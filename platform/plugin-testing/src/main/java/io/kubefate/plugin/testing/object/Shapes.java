package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The structure of objects without their text: the keys and types of the values, also in the configuration files of ConfigMaps. Two
 * clusters that differ only in text have the same shape.
 */
public final class Shapes {

    private final Predicate<String> chosen;
    private final List<String> lines = new ArrayList<>();

    private Shapes(Predicate<String> chosen) {
        this.chosen = chosen;
    }

    /**
     * Returns the shape of objects.
     *
     * @param objects any
     * @param chosen whether a key is a value of the user, for example a party ID in a route table
     * @return a line for each value, sorted
     */
    public static List<String> of(List<Manifest> objects, Predicate<String> chosen) {
        Shapes shapes = new Shapes(chosen);
        objects.forEach(object -> shapes.object(object));
        Collections.sort(shapes.lines);
        return shapes.lines;
    }

    private void object(Manifest object) {
        object.content().forEach((key, value) -> {
            if (!key.equals("data") || !object.kind().equals("ConfigMap")) {
                collect(object.kind() + " " + key, value);
            }
        });
        map(object.content(), "data").forEach((file, text) -> {
            if (object.kind().equals("ConfigMap")) {
                ConfigFile content = ConfigFile.of(file, String.valueOf(text));
                lines.add("ConfigMap file " + key(file) + " " + content.skeleton());
                collect("ConfigMap file " + key(file), content.data());
            }
        });
    }

    private void collect(String at, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> collect(at + "." + key(key), entry));
            lines.add(at + " has " + map.size() + " keys");
            return;
        }
        if (value instanceof List<?> list) {
            list.forEach(element -> collect(at + "[]", element));
            return;
        }
        lines.add(at + " is " + type(value));
    }

    private String key(Object key) {
        return chosen.test(String.valueOf(key)) ? "…" : String.valueOf(key);
    }

    private static String type(Object value) {
        if (value instanceof Number) {
            return "a number";
        }
        return value == null ? "nothing" : value instanceof Boolean ? "a boolean" : "text";
    }
}
