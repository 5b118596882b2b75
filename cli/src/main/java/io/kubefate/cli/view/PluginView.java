package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Plugin;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Timestamps;
import io.kubefate.cli.text.Wrap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Plugins.
 *
 * @param width the maximum width of a column of text
 */
public record PluginView(Timestamps timestamps, int width) {

    public PluginView {
        requireNonNull(timestamps, "timestamps is null");
    }

    public Listing<Plugin> list(List<Plugin> plugins) {
        return new Listing<>(
                plugins,
                List.of(
                        Column.exact("ID", Plugin::id),
                        Column.exact("VERSION", Plugin::version),
                        Column.status("STATE", Plugin::state),
                        Column.exact(
                                "CLUSTERS",
                                plugin -> String.valueOf(plugin.clusters().size())),
                        Column.text("FILE", Plugin::file),
                        Column.text("SERVES / REASON", this::releasesOrReason),
                        Column.text("SIGNER", Plugin::signer).wide(),
                        Column.exact("CHANGED", (Plugin plugin) -> timestamps.format(plugin.changedAt()))
                                .wide(),
                        Column.text("BY", Plugin::changedBy).wide()),
                Plugin::id);
    }

    private String releasesOrReason(Plugin plugin) {
        return plugin.reason().isEmpty() ? releases(plugin) : Wrap.wrap(plugin.reason(), width);
    }

    public Display describe(Plugin plugin) {
        return Display.of(plugin.id(), () -> description(plugin));
    }

    private String description(Plugin plugin) {
        return new Table()
                .row("Id", plugin.id())
                .row("Version", plugin.version())
                .row("State", plugin.state())
                .row("Reason", Wrap.wrap(plugin.reason(), width))
                .row("Serves", releases(plugin))
                .row("Provider", plugin.provider())
                .row("Description", Wrap.wrap(plugin.description(), width))
                .row("Signer", plugin.signer())
                .row("File", plugin.file() + ", " + plugin.size() + " bytes, by " + plugin.source())
                .row("SHA-256", plugin.sha256())
                .row("Installed", timestamps.format(plugin.installedAt()))
                .row("Changed", timestamps.format(plugin.changedAt()) + " by " + plugin.changedBy())
                .row("Loaded", timestamps.format(plugin.loadedAt()))
                .row("Clusters", clusters(plugin))
                .text();
    }

    private static String releases(Plugin plugin) {
        return String.join("\n", plugin.releases());
    }

    private static String clusters(Plugin plugin) {
        return plugin.clusters().stream()
                .map(cluster -> cluster.uuid() + "  " + cluster.text())
                .collect(Collectors.joining("\n"));
    }
}
