package io.kubefate.server.store.plugin;

/** How a plugin's jar came. */
public enum PluginSource {
    /** Somebody sent it. */
    UPLOAD,
    /** It lay in the plugins folder of a service. */
    FOLDER
}
