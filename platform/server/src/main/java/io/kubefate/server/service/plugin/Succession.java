package io.kubefate.server.service.plugin;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;

/** Which version of a plugin may take the place of which. */
final class Succession {

    private static final String SNAPSHOT = "-SNAPSHOT";

    private Succession() {}

    /**
     * Why a jar does not simply take the place of another one of its plugin.
     *
     * @param installed the version that is installed
     * @param offered the version of another jar
     * @return nothing if it is a newer version, or a later build of the same snapshot
     */
    static Optional<String> obstacle(String installed, String offered) {
        int order = compare(offered, installed);
        if (order < 0) {
            return Optional.of("version " + offered + " is older than " + installed
                    + ", which is installed; --force goes back to it");
        }
        if (order == 0 && !offered.endsWith(SNAPSHOT)) {
            return Optional.of("version " + offered
                    + " is installed with other content; give the jar a new version (one that ends in " + SNAPSHOT
                    + " may have many contents), or take it with --force");
        }
        return Optional.empty();
    }

    /** Refuses what cannot be compared. */
    static void refuseUnreadable(String version) {
        try {
            Version.parse(version);
        } catch (IllegalArgumentException e) {
            throw new KubefateException(
                    ErrorCode.PLUGIN_REFUSED, "its Plugin-Version is " + version + "; write one like 1.0.0", e);
        }
    }

    /** Numbers count as numbers, and what follows a hyphen makes a version an earlier one. */
    static int compare(String one, String other) {
        return Version.parse(one).compareTo(Version.parse(other));
    }
}
