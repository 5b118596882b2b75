package io.kubefate.cli.command.plugin;

import io.kubefate.api.Plugin;
import java.util.Arrays;

enum PluginState {
    LOADED,
    DISABLED,
    /** Installed, but cannot be loaded. */
    REJECTED,
    /** A jar in the service's plugins folder that is not installed. */
    REFUSED,
    /** A state of a newer service. */
    UNKNOWN;

    static PluginState of(Plugin plugin) {
        return Arrays.stream(values())
                .filter(state -> state.name().equalsIgnoreCase(plugin.state()))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
