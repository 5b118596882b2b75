package io.kubefate.server.service.plugin;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.render.RenderException;
import io.kubefate.planning.render.TemplateRenderer;
import io.kubefate.server.plugin.LoadedDistribution;
import java.util.stream.Stream;

/** Parses the templates of a plugin before it is installed, so that errors are detected before the first use. */
final class TemplateTrial {

    private TemplateTrial() {}

    /**
     * Parses the templates of a distribution.
     *
     * @throws KubefateException {@code PLUGIN_REFUSED}, with the location of the first error
     */
    static void of(LoadedDistribution distribution) {
        TemplateRenderer renderer = new TemplateRenderer(distribution::template);
        Stream<String> named = Stream.concat(
                distribution.commonTemplates().stream(),
                distribution.modules().stream().flatMap(module -> module.templates().stream()));
        try {
            named.distinct().forEach(renderer::parse);
        } catch (RenderException e) {
            throw new KubefateException(ErrorCode.PLUGIN_REFUSED, e.getMessage(), e);
        }
    }
}
