package io.kubefate.plugin.testing;

import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.render.TemplateRenderer;
import io.kubefate.planning.render.TemplateSource;
import io.kubefate.spi.FateDistribution;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A distribution whose templates are on the class path. */
public final class ClassPathRelease {

    private ClassPathRelease() {}

    /**
     * Returns the renderer of a distribution.
     *
     * @param distribution any distribution
     * @return its renderer, with the templates on the class path of its class
     */
    public static ReleaseRenderer of(FateDistribution distribution) {
        return of(distribution, templates(distribution));
    }

    /** {@return the templates on the class path of the distribution's class} */
    static TemplateSource templates(FateDistribution distribution) {
        ClassLoader loader = distribution.getClass().getClassLoader();
        return name -> read(loader, name);
    }

    static ReleaseRenderer of(FateDistribution distribution, TemplateSource templates) {
        return new ReleaseRenderer(
                new DistributionWithDefaults(distribution),
                distribution.getClass().getSimpleName(),
                new TemplateRenderer(templates),
                new CachingReader());
    }

    private static Optional<String> read(ClassLoader loader, String name) {
        try (InputStream stream = loader.getResourceAsStream("templates/" + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
