package io.kubefate.plugin.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts in a cluster.yaml, one by one. */
final class Texts {

    private Texts() {}

    /** {@return the path of every text, with slashes} */
    static List<String> paths(Map<String, Object> values) {
        List<String> paths = new ArrayList<>();
        collect("", values, paths);
        return paths;
    }

    /** {@return a copy in which one text is another} */
    @SuppressWarnings("unchecked") // a copy of a map of strings is one
    static Map<String, Object> replace(Map<String, Object> values, String path, String text) {
        return (Map<String, Object>) replaceIn("", values, path, text);
    }

    private static void collect(String at, Object value, List<String> paths) {
        if (value instanceof String) {
            paths.add(at);
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> collect(at + "/" + key, entry, paths));
        }
        if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                collect(at + "/" + index, list.get(index), paths);
            }
        }
    }

    private static Object replaceIn(String at, Object value, String path, String text) {
        if (at.equals(path)) {
            return text;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put((String) key, replaceIn(at + "/" + key, entry, path, text)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (int index = 0; index < list.size(); index++) {
                copy.add(replaceIn(at + "/" + index, list.get(index), path, text));
            }
            return copy;
        }
        return value;
    }
}
