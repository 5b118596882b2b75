package io.kubefate.server.store.plugin;

import java.time.Instant;

/**
 * A row of table {@code plugin_retired}: a jar that was installed once.
 *
 * @param sha256 of the jar
 * @param id its {@code Plugin-Id}
 * @param version its {@code Plugin-Version}
 * @param how why it is no longer installed
 * @param retiredBy who did that
 * @param retiredAt when
 */
public record RetiredPlugin(
        String sha256, String id, String version, Retirement how, String retiredBy, Instant retiredAt) {

    /** Why a jar is no longer installed. */
    public enum Retirement {
        /** Its plugin was removed. */
        REMOVED,
        /** Another jar of its plugin took its place. */
        REPLACED
    }
}
