package io.kubefate.server.service.spec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestReader;
import io.kubefate.planning.manifest.ObjectReader;
import java.time.Duration;
import java.util.List;

/**
 * Parses rendered text and keeps the objects for some minutes. A file is rendered again and again while its author looks at images,
 * problems and plan and then installs it; each time, hardly any text differs from that of the time before.
 */
final class RecentTexts implements ObjectReader {

    /** Characters of all texts; the objects take about six times as many bytes. An example of a party renders to some 60,000. */
    private static final int MAX_CHARACTERS = 500_000;

    /** The texts contain passwords, so they are not kept for longer than they are useful. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final ObjectReader reader = new ManifestReader();
    private final Cache<String, List<Manifest>> parsed = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String text, List<Manifest> objects) -> text.length())
            .expireAfterAccess(KEPT)
            .executor(Runnable::run)
            .build();

    @Override
    public List<Manifest> read(String template, String text) {
        return parsed.get(text, missing -> List.copyOf(reader.read(template, missing)));
    }
}
