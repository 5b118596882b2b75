package io.kubefate.server.engine;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.engine.render.TemplateRenderer;
import io.kubefate.spi.FateDistribution;

/**
 * A distribution together with what renders its templates.
 *
 * @param distribution the plugin's part
 * @param plugin id and version of the plugin, for messages and revisions: {@code fate-1.5@3.0.0}
 * @param renderer renders the templates of that plugin
 */
public record Release(FateDistribution distribution, String plugin, TemplateRenderer renderer) {

    /** Checks that nothing is null. */
    public Release {
        requireNonNull(distribution, "distribution is null");
        requireNonNull(plugin, "plugin is null");
        requireNonNull(renderer, "renderer is null");
    }
}
