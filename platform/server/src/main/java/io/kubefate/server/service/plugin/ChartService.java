package io.kubefate.server.service.plugin;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.api.ChartTemplate;
import io.kubefate.api.UploadedChart;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.SpecTemplate;
import io.kubefate.server.plugin.LoadedDistribution;
import io.kubefate.server.plugin.LoadedPlugin;
import io.kubefate.server.plugin.PluginCatalog;
import io.kubefate.server.plugin.Release;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.MemoryList;
import io.kubefate.server.store.plugin.PluginRecord;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.ReleaseKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The releases of the loaded plugins, as charts. */
public final class ChartService {

    private static final MemoryList<Chart> LIST = new MemoryList<Chart>(
                    chart -> String.join(" ", chart.version(), chart.engine()))
            .with("name", Chart::name)
            .with("text", chart -> String.join(" ", chart.name(), chart.version(), chart.engine(), chart.plugin()));

    private final Supplier<PluginCatalog> catalog;
    private final PluginService plugins;

    /** @param catalog returns the latest catalog */
    public ChartService(Supplier<PluginCatalog> catalog, PluginService plugins) {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.plugins = requireNonNull(plugins, "plugins is null");
    }

    /** Returns releases of loaded plugins without templates, by default all, by name, version and engine. */
    public ListPart<Chart> list(ListRequest request) {
        return LIST.part(
                served().stream().map(served -> chart(served, List.of())).toList(), request);
    }

    /**
     * Returns a release with its templates.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Chart find(String uuid) {
        return served().stream()
                .filter(served -> uuid(served.release().key().toString()).equals(uuid))
                .map(served -> chart(served, templates(served.release())))
                .findFirst()
                .orElseThrow(KubefateException::notFound);
    }

    /**
     * Returns an example cluster.yaml with comments.
     *
     * @throws KubefateException {@code UNKNOWN_RELEASE}
     */
    public String example(String name, String version) {
        return distribution(name, version).example();
    }

    /**
     * Returns the file with every key with which existing clients compare a cluster.yaml.
     *
     * @throws KubefateException {@code UNKNOWN_RELEASE}
     */
    public String template(String name, String version) {
        return template(distribution(name, version));
    }

    /**
     * Returns the JSON Schema of the cluster.yaml of a release.
     *
     * @param engine empty if only one engine of the release is available
     * @throws KubefateException {@code UNKNOWN_RELEASE}
     */
    public String schema(String name, String version, Optional<String> engine) {
        return catalog.get().find(name, version, engine).distribution().schema();
    }

    private LoadedDistribution distribution(String name, String version) {
        return catalog.get().find(name, version, Optional.empty()).distribution();
    }

    private static String template(LoadedDistribution distribution) {
        return new SpecTemplate(distribution.schema(), distribution.example()).yaml();
    }

    /**
     * Installs or upgrades a plugin.
     *
     * @return the id of its first release
     * @throws KubefateException {@code PLUGIN_REFUSED}
     * @throws IOException if the disk fails
     */
    public UploadedChart upload(IncomingJar jar, String user) throws IOException {
        if (jar.isGzip()) {
            throw new KubefateException(
                    ErrorCode.PLUGIN_REFUSED,
                    "Helm charts are not supported: a FATE release is a plugin, one jar. Upload the jar of the release"
                            + " from the folder plugins/ of the distribution; docs/plugin-guide.md describes how to create"
                            + " one for another release");
        }
        return new UploadedChart(uuid(plugins.put(jar, user).releases().get(0)));
    }

    /**
     * Removes the plugin that serves a release, with all its releases. Does nothing if there is none.
     *
     * @throws KubefateException {@code PLUGIN_IN_USE}
     */
    public void delete(String uuid, String user) {
        plugins.serving(release -> uuid(release).equals(uuid))
                .ifPresent(plugin -> plugins.remove(plugin.id(), false, user));
    }

    private List<Served> served() {
        Map<String, PluginRecord> installed =
                plugins.installed().stream().collect(Collectors.toMap(PluginRecord::id, plugin -> plugin));
        return catalog.get().loaded().stream()
                .flatMap(plugin -> plugin.releases().stream()
                        .map(release -> new Served(plugin, release, Optional.ofNullable(installed.get(plugin.id())))))
                .sorted(comparing(served -> served.release().key().toString()))
                .toList();
    }

    /** Returns an id derived from the key of the release, so that it is the same on every service. */
    private static String uuid(String release) {
        return UUID.nameUUIDFromBytes(release.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Chart chart(Served served, List<ChartTemplate> templates) {
        ReleaseKey key = served.release().key();
        LoadedDistribution distribution = served.release().distribution();
        return Chart.builder()
                .uuid(uuid(key.toString()))
                .name(key.chartName())
                .chart(description(served.plugin(), served.release()))
                .values(distribution.example())
                .valuesTemplateExample(template(distribution))
                .templates(templates)
                .version(key.chartVersion())
                .appVersion(key.chartVersion())
                .engine(key.engine())
                .plugin(served.plugin().id() + "@" + served.plugin().version())
                .id(served.record().map(PluginRecord::number).orElse(0L))
                .createdAt(served.installedAt())
                .updatedAt(served.changedAt())
                .build();
    }

    private static List<ChartTemplate> templates(Release release) {
        return release.distribution().templates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(template -> new ChartTemplate("templates/" + template.getKey(), base64(template.getValue())))
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Names and versions of plugins and modules need no quotes in YAML. */
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

    /** A release with its plugin and, unless the plugin was removed meanwhile, the stored plugin. */
    private record Served(LoadedPlugin plugin, Release release, Optional<PluginRecord> record) {

        private Instant installedAt() {
            return record.map(PluginRecord::installedAt).orElse(plugin.loadedAt());
        }

        private Instant changedAt() {
            return record.map(plugin -> plugin.history().changedAt()).orElse(plugin.loadedAt());
        }
    }
}
