package io.kubefate.server.store.plugin;

/**
 * That a cluster was rendered by a plugin.
 *
 * @param plugin id and version of the plugin, {@code fate-1.5@3.0.0}
 * @param uuid the cluster's id
 * @param name the cluster's name
 * @param namespace its namespace
 */
public record PluginUse(String plugin, String uuid, String name, String namespace) {

    /** Returns the plugin's id. */
    public String pluginId() {
        int end = plugin.lastIndexOf('@');
        return end < 0 ? plugin : plugin.substring(0, end);
    }
}
