package io.kubefate.plugin.testing;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestReader;
import io.kubefate.planning.manifest.ObjectReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Caches parsed YAML: most templates of thousands of clusters render to the same few texts, and parsing takes longer than rendering.
 */
final class CachingReader implements ObjectReader {

    private static final int MAX_TEXTS = 2_000;
    private static final int LONGEST_TEXT = 20_000;

    private final ObjectReader reader = new ManifestReader();
    private final Map<Rendered, List<Manifest>> known = new ConcurrentHashMap<>();

    @Override
    public List<Manifest> read(String template, String text) {
        if (text.length() > LONGEST_TEXT) {
            return reader.read(template, text);
        }
        if (known.size() >= MAX_TEXTS) {
            known.clear();
        }
        return known.computeIfAbsent(new Rendered(template, text), key -> reader.read(template, text));
    }

    private record Rendered(String template, String text) {}
}
