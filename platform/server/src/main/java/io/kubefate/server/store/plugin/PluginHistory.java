package io.kubefate.server.store.plugin;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * When a plugin changed.
 *
 * @param installedAt when its first version was installed
 * @param changedBy who installed, upgraded, enabled or disabled it last
 * @param changedAt when that was
 */
public record PluginHistory(Instant installedAt, String changedBy, Instant changedAt) {

    public PluginHistory {
        requireNonNull(installedAt, "installedAt is null");
        requireNonNull(changedBy, "changedBy is null");
        requireNonNull(changedAt, "changedAt is null");
    }
}
