package io.kubefate.server.store.request;

import io.kubefate.server.store.cluster.ClusterVersion;
import java.util.Set;

/**
 * The versions of a cluster for which a change is meant.
 *
 * @param tags {@link ClusterVersion#tag() tags}; empty if the change is meant for any version
 */
public record Precondition(Set<String> tags) {

    public static final Precondition NONE = new Precondition(Set.of());

    public Precondition {
        tags = Set.copyOf(tags);
    }

    /** Returns whether the change is meant for a version. */
    public boolean accepts(ClusterVersion version) {
        return tags.isEmpty() || tags.contains(version.tag());
    }
}
