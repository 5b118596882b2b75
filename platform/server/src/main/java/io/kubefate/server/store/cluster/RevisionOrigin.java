package io.kubefate.server.store.cluster;

import static java.util.Objects.requireNonNull;

import org.jdbi.v3.core.mapper.Nested;

/**
 * Where the objects of a revision come from.
 *
 * @param plugin id and version of the plugin that rendered them, {@code fate-1.5@3.0.0}
 * @param release the release that the plugin served
 * @param restored the revision that this one repeats; 0 for one that was rendered
 */
public record RevisionOrigin(String plugin, @Nested StoredRelease release, int restored) {

    public RevisionOrigin {
        requireNonNull(plugin, "plugin is null");
        requireNonNull(release, "release is null");
    }

    /** Returns the origin of a revision that repeats an earlier one with this origin. */
    public RevisionOrigin repeated(int number) {
        return new RevisionOrigin(plugin, release, number);
    }
}
