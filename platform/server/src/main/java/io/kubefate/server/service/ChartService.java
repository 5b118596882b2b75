package io.kubefate.server.service;

import io.kubefate.api.Chart;
import io.kubefate.server.error.KubefateException;
import io.kubefate.server.plugin.LoadedPlugin;
import io.kubefate.server.plugin.PluginCatalog;
import io.kubefate.server.plugin.Release;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.ReleaseKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The releases that the loaded plugins serve, as charts. */
public class ChartService {

    private final Supplier<PluginCatalog> catalog;

    /**
     * A service.
     *
     * @param catalog gives the latest catalog
     */
    public ChartService(Supplier<PluginCatalog> catalog) {
        this.catalog = catalog;
    }

    /** {@return every release of every loaded plugin, by name, version and engine} */
    public List<Chart> list() {
        List<Chart> charts = new ArrayList<>();
        for (LoadedPlugin plugin : catalog.get().loaded()) {
            plugin.releases().forEach(release -> charts.add(chart(plugin, release)));
        }
        charts.sort(
                Comparator.comparing(Chart::name).thenComparing(Chart::version).thenComparing(Chart::engine));
        return charts;
    }

    /**
     * One release.
     *
     * @param uuid its id
     * @return the release
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Chart find(String uuid) {
        return list().stream()
                .filter(chart -> chart.uuid().equals(uuid))
                .findFirst()
                .orElseThrow(KubefateException::notFound);
    }

    /**
     * A cluster.yaml to start from.
     *
     * @param name the chart's name
     * @param version the chart's version
     * @return YAML text
     * @throws KubefateException {@code UNKNOWN_RELEASE}
     */
    public String example(String name, String version) {
        return catalog.get()
                .find(name, version, Optional.empty())
                .distribution()
                .example();
    }

    private static Chart chart(LoadedPlugin plugin, Release release) {
        ReleaseKey key = release.key();
        return new Chart(
                UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                key.chartName(),
                description(plugin, release),
                "",
                "",
                release.distribution().example(),
                List.of(),
                key.chartVersion(),
                key.chartVersion(),
                key.engine(),
                plugin.id() + "@" + plugin.version(),
                0,
                plugin.loadedAt(),
                plugin.loadedAt(),
                null);
    }

    /** Names and versions of plugins and modules are plain words, which need no quotes in YAML. */
    private static String description(LoadedPlugin plugin, Release release) {
        String modules =
                release.distribution().modules().stream().map(ModuleSpec::name).collect(Collectors.joining(", "));
        return """
                name: %s
                version: %s
                engine: %s
                plugin: %s %s
                modules: [%s]
                """.formatted(
                        release.key().chartName(),
                        release.key().chartVersion(),
                        release.key().engine(),
                        plugin.id(),
                        plugin.version(),
                        modules);
    }
}
