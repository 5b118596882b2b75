package io.kubefate.server.store;

import java.time.Instant;

/**
 * A row of table {@code plugin}: a plugin that is installed.
 *
 * @param number the lower, the earlier it is loaded; kept by upgrades
 * @param id its {@code Plugin-Id}; no two rows have the same
 * @param version its {@code Plugin-Version}
 * @param sha256 of the jar, in small hexadecimal digits
 * @param fileName the name under which the jar came
 * @param size of the jar, in bytes
 * @param releases what it serves, {@code fate v1.5.0 (eggroll)}, as a JSON list of texts
 * @param provider its {@code Plugin-Provider}, or empty text
 * @param description its {@code Plugin-Description}, or empty text
 * @param source the way it came
 * @param enabled whether it is to be loaded
 * @param installedAt when its first version was installed
 * @param changedBy who installed, upgraded, enabled or disabled it last
 * @param changedAt when that was
 */
public record PluginRecord(
        long number,
        String id,
        String version,
        String sha256,
        String fileName,
        long size,
        String releases,
        String provider,
        String description,
        PluginSource source,
        boolean enabled,
        Instant installedAt,
        String changedBy,
        Instant changedAt) {}
