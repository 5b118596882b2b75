package io.kubefate.server.service.plugin;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Plugin;
import io.kubefate.api.PluginCluster;
import io.kubefate.server.plugin.LoadedPlugin;
import io.kubefate.server.service.plugin.PluginChanges.Offer;
import io.kubefate.server.store.JsonColumn;
import io.kubefate.server.store.PluginRecord;
import io.kubefate.server.store.PluginSource;
import io.kubefate.server.store.PluginUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a plugin's row and its state in this service, or from a refused jar, to what clients see. */
final class PluginAnswer {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private PluginAnswer() {}

    static Plugin installed(PluginRecord plugin, PluginReplica replica, List<PluginUse> uses) {
        Optional<LoadedPlugin> loaded = plugin.enabled() ? replica.loaded(plugin) : Optional.empty();
        boolean rejected = plugin.enabled() && loaded.isEmpty();
        return new Plugin(
                plugin.id(),
                plugin.version(),
                rejected ? "rejected" : plugin.enabled() ? "loaded" : "disabled",
                rejected ? replica.reason(plugin) : "",
                releases(plugin),
                plugin.identity().provider(),
                plugin.identity().description(),
                loaded.flatMap(LoadedPlugin::signer).orElse(null),
                plugin.file().fileName(),
                plugin.sha256(),
                plugin.file().size(),
                source(plugin.file().source()),
                plugin.installedAt(),
                plugin.history().changedBy(),
                plugin.history().changedAt(),
                loaded.map(LoadedPlugin::loadedAt).orElse(null),
                clusters(plugin.id(), uses));
    }

    static Plugin refused(Path jar, long size, String reason) {
        return refused(jar, size, "", "", "", reason);
    }

    static Plugin refused(Path jar, Offer offer, String reason) {
        return refused(
                jar, offer.jar().size(), offer.manifest().id(), offer.manifest().version(), offer.hash(), reason);
    }

    static Plugin refused(Path jar, long size, String id, String version, String hash, String reason) {
        return new Plugin(
                id,
                version,
                "refused",
                reason,
                List.of(),
                "",
                "",
                null,
                jar.getFileName().toString(),
                hash,
                size,
                source(PluginSource.FOLDER),
                null,
                null,
                null,
                null,
                List.of());
    }

    /** {@return what a plugin serves, each like {@code fate v1.5.0 (eggroll)}} */
    static List<String> releases(PluginRecord plugin) {
        return JsonColumn.read(plugin.releases(), TEXTS, List.of());
    }

    /** {@return those of the uses that are of one plugin} */
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
