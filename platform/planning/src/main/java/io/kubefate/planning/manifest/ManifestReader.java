package io.kubefate.planning.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the YAML documents that a template renders to. */
public final class ManifestReader implements ObjectReader {

    @Override
    public List<Manifest> read(String template, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        try {
            List<Manifest> objects = new ArrayList<>();
            for (Object document : yaml().loadAll(text)) {
                if (document != null) {
                    objects.add(new Manifest(asMap(template, document)));
                }
            }
            return objects;
        } catch (YAMLException e) {
            throw new InvalidManifestException(template, "invalid YAML: " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // the API server rejects keys that are not strings
    private static Map<String, Object> asMap(String template, Object document) {
        if (document instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new InvalidManifestException(template, "a document is not a map");
    }

    /** Creates a new instance for each call: SnakeYAML is not thread-safe and cheap to create. */
    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(16 * 1024 * 1024);
        return new Yaml(new SafeConstructor(options));
    }
}
