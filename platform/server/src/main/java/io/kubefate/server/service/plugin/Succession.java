package io.kubefate.server.service.plugin;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;

/** Decides which version of a plugin may replace another. */
final class Succession {

    private static final String SNAPSHOT = "-SNAPSHOT";

    private Succession() {}

    /**
     * Returns why a jar does not replace another one of its plugin; empty for a newer version, or a later build of the same snapshot.
     *
     * @param installed the installed version
     * @param offered the version of the other jar
     */
    static Optional<String> obstacle(String installed, String offered) {
        int order = compare(offered, installed);
        if (order < 0) {
            return Optional.of("version " + offered + " is older than the installed version " + installed
                    + "; to downgrade, use --force");
        }
        if (order == 0 && !offered.endsWith(SNAPSHOT)) {
            return Optional.of("version " + offered
                    + " is installed with other content; change the version of the jar (one that ends in " + SNAPSHOT
                    + " may have any content), or use --force");
        }
        return Optional.empty();
    }

    /** Rejects a version that cannot be compared. */
    static void refuseUnreadable(String version) {
        try {
            Version.parse(version);
        } catch (IllegalArgumentException e) {
            throw new KubefateException(
                    ErrorCode.PLUGIN_REFUSED, "invalid Plugin-Version: " + version + "; use a version like 1.0.0", e);
        }
    }

    /** Compares two versions: numbers by value, and a version with a suffix after a hyphen is lower than the one without. */
    static int compare(String one, String other) {
        return Version.parse(one).compareTo(Version.parse(other));
    }
}
