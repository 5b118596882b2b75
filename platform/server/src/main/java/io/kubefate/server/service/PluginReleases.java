package io.kubefate.server.service;

import io.kubefate.server.engine.render.TemplateRenderer;
import io.kubefate.server.plugin.LoadedDistribution;
import io.kubefate.server.plugin.PluginCatalog;
import io.kubefate.server.plugin.Release;
import io.kubefate.server.spec.SpecValidator;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/** The releases of the loaded plugins, each with its parsed templates and schema, which are made once. */
public final class PluginReleases implements Releases {

    private final Supplier<PluginCatalog> catalog;
    private volatile Prepared prepared = new Prepared(PluginCatalog.empty(), new IdentityHashMap<>());

    /**
     * Follows a catalog.
     *
     * @param catalog gives the latest one
     */
    public PluginReleases(Supplier<PluginCatalog> catalog) {
        this.catalog = catalog;
    }

    @Override
    public ServedRelease resolve(String chartName, String chartVersion, Optional<String> backend) {
        Prepared current = current();
        Release found = current.catalog().find(chartName, chartVersion, backend);
        Tools tools = current.tools().get(found.distribution());
        String plugin =
                found.distribution().pluginId() + "@" + found.distribution().pluginVersion();
        return new ServedRelease(
                found.key(),
                new io.kubefate.server.engine.Release(found.distribution(), plugin, tools.renderer()),
                tools.validator());
    }

    @SuppressWarnings("ReferenceEquality") // a catalog never changes: another one is a later one
    private Prepared current() {
        PluginCatalog latest = catalog.get();
        Prepared known = prepared;
        if (known.catalog() == latest) {
            return known;
        }
        IdentityHashMap<LoadedDistribution, Tools> tools = new IdentityHashMap<>();
        for (Release release : latest.releases()) {
            LoadedDistribution distribution = release.distribution();
            Tools before = known.tools().get(distribution);
            tools.computeIfAbsent(distribution, added -> before == null ? Tools.of(added) : before);
        }
        Prepared next = new Prepared(latest, tools);
        prepared = next;
        return next;
    }

    /** A catalog and what its distributions need. Unloaded ones fall out with the catalog that had them. */
    private record Prepared(PluginCatalog catalog, IdentityHashMap<LoadedDistribution, Tools> tools) {}

    private record Tools(TemplateRenderer renderer, SpecValidator validator) {

        static Tools of(LoadedDistribution distribution) {
            return new Tools(new TemplateRenderer(distribution::template), new SpecValidator(distribution.schema()));
        }
    }
}
