package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.ObjectReader;
import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.render.TemplateRenderer;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.plugin.CatalogUse;
import io.kubefate.server.plugin.LoadedDistribution;
import io.kubefate.server.plugin.PluginCatalog;
import io.kubefate.server.plugin.Release;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The releases of the loaded plugins. Templates and schema of each are parsed once. */
public final class PluginReleases implements Releases {

    private final Supplier<CatalogUse> uses;
    private final ObjectReader texts = new RecentTexts();

    /** @param uses returns a use of the latest catalog */
    public PluginReleases(Supplier<CatalogUse> uses) {
        this.uses = requireNonNull(uses, "uses is null");
    }

    @Override
    public List<ReleaseKey> keys() {
        try (CatalogUse use = uses.get()) {
            return use.catalog().releases().stream().map(Release::key).toList();
        }
    }

    @Override
    public ServedRelease select(ClusterSpec spec) {
        return serve(catalog -> catalog.select(spec));
    }

    @Override
    public ServedRelease find(ReleaseKey key) {
        Optional<String> engine = Optional.of(key.engine()).filter(name -> !name.isEmpty());
        return serve(catalog -> catalog.find(key.chartName(), key.chartVersion(), engine));
    }

    private ServedRelease serve(Function<PluginCatalog, Release> search) {
        CatalogUse use = uses.get();
        try {
            return serve(search.apply(use.catalog()), use);
        } catch (RuntimeException | Error e) {
            use.close();
            throw e;
        }
    }

    private ServedRelease serve(Release found, CatalogUse use) {
        LoadedDistribution distribution = found.distribution();
        Tools tools = distribution.keep(Tools.class, Tools::of);
        String plugin = distribution.pluginId() + "@" + distribution.pluginVersion();
        return new ServedRelease(
                found.key(),
                new ReleaseRenderer(distribution, plugin, tools.renderer(), texts),
                tools.validator(),
                use::close);
    }

    private record Tools(TemplateRenderer renderer, SpecValidator validator) {

        static Tools of(LoadedDistribution distribution) {
            return new Tools(new TemplateRenderer(distribution::template), validator(distribution));
        }

        private static SpecValidator validator(LoadedDistribution distribution) {
            try {
                return new SpecValidator(distribution.schema());
            } catch (IllegalArgumentException e) {
                String message = "the schema() of plugin " + distribution.pluginId() + " is not a valid JSON Schema: ";
                throw new KubefateException(ErrorCode.PLUGIN_FAILED, message + e.getMessage(), e);
            }
        }
    }
}
