package io.kubefate.plugin.testing.object;

import io.kubefate.planning.manifest.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects with parsed configuration files, to compare them without regard to the order of keys. */
public final class ComparableObjects {

    private ComparableObjects() {}

    /**
     * Parses the files in ConfigMaps.
     *
     * @param objects any
     * @return the contents, equal for equivalent objects
     */
    public static List<Object> of(List<Manifest> objects) {
        return objects.stream().map(ComparableObjects::of).toList();
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
