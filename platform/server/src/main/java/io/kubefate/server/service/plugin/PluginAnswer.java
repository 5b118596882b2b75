package io.kubefate.server.service.plugin;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Plugin;
import io.kubefate.api.PluginCluster;
import io.kubefate.server.plugin.LoadedPlugin;
import io.kubefate.server.service.plugin.PluginChanges.Offer;
import io.kubefate.server.store.plugin.PluginRecord;
import io.kubefate.server.store.plugin.PluginSource;
import io.kubefate.server.store.plugin.PluginUse;
import io.kubefate.server.store.row.JsonColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Maps a stored plugin with its state in this service, or a rejected jar, to the REST API. */
final class PluginAnswer {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private PluginAnswer() {}

    static Plugin installed(PluginRecord plugin, PluginReplica replica, List<PluginUse> uses) {
        Optional<LoadedPlugin> loaded = plugin.enabled() ? replica.loaded(plugin) : Optional.empty();
        boolean rejected = plugin.enabled() && loaded.isEmpty();
        return Plugin.builder()
                .id(plugin.id())
                .version(plugin.version())
                .state(rejected ? "rejected" : plugin.enabled() ? "loaded" : "disabled")
                .reason(rejected ? replica.reason(plugin) : "")
                .releases(releases(plugin))
                .provider(plugin.identity().provider())
                .description(plugin.identity().description())
                .signer(loaded.flatMap(LoadedPlugin::signer).orElse(null))
                .file(plugin.file().fileName())
                .sha256(plugin.sha256())
                .size(plugin.file().size())
                .source(source(plugin.file().source()))
                .installedAt(plugin.installedAt())
                .changedBy(plugin.history().changedBy())
                .changedAt(plugin.history().changedAt())
                .loadedAt(loaded.map(LoadedPlugin::loadedAt).orElse(null))
                .clusters(clusters(plugin.id(), uses))
                .build();
    }

    static Plugin refused(Path jar, long size, String reason) {
        return refused(jar, size, "", "", "", reason);
    }

    static Plugin refused(Path jar, Offer offer, String reason) {
        return refused(
                jar, offer.jar().size(), offer.manifest().id(), offer.manifest().version(), offer.hash(), reason);
    }

    static Plugin refused(Path jar, long size, String id, String version, String hash, String reason) {
        return Plugin.builder()
                .id(id)
                .version(version)
                .state("refused")
                .reason(reason)
                .file(jar.getFileName().toString())
                .sha256(hash)
                .size(size)
                .source(source(PluginSource.FOLDER))
                .build();
    }

    /** Returns the releases of a plugin, each like {@code fate v1.5.0 (eggroll)}. */
    static List<String> releases(PluginRecord plugin) {
        return JsonColumn.read(plugin.releases(), TEXTS, List.of());
    }

    /** Returns the clusters that use a plugin. */
    static List<PluginCluster> clusters(String id, List<PluginUse> uses) {
        return uses.stream()
                .filter(use -> use.pluginId().equals(id))
                .map(use -> new PluginCluster(use.uuid(), use.name(), use.namespace()))
                .distinct()
                .toList();
    }

    private static String source(PluginSource source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
