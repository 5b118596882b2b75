package io.kubefate.plugin.testing.object;

import io.kubefate.planning.manifest.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects as data, in which the configuration files that can be read are data too: the order of keys plays no part. */
public final class Meaning {

    private Meaning() {}

    /**
     * Reads the files in ConfigMaps.
     *
     * @param objects any
     * @return their contents, equal for objects that mean the same
     */
    public static List<Object> of(List<Manifest> objects) {
        return objects.stream().map(Meaning::of).toList();
    }

    private static Object of(Manifest object) {
        if (!object.kind().equals("ConfigMap")) {
            return object.content();
        }
        Map<String, Object> content = new LinkedHashMap<>(object.content());
        Map<String, Object> files = new LinkedHashMap<>();
        Manifest.map(object.content(), "data").forEach((name, text) -> files.put(name, file(name, (String) text)));
        content.put("data", files);
        return content;
    }

    private static Object file(String name, String text) {
        ConfigFile file = ConfigFile.of(name, text);
        return file.data() instanceof Map<?, ?> map && map.isEmpty() ? text : file.data();
    }
}
