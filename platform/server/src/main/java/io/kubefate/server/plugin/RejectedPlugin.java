package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A jar in the plugins directory that is not loaded.
 *
 * @param file the jar
 * @param id its {@code Plugin-Id}, if that could be read
 * @param version its {@code Plugin-Version}, if that could be read
 * @param reason why, for the administrator: what is wrong and what to do about it
 */
public record RejectedPlugin(Path file, Optional<String> id, Optional<String> version, String reason) {

    /** Checks that nothing is null. */
    public RejectedPlugin {
        requireNonNull(file, "file is null");
        requireNonNull(id, "id is null");
        requireNonNull(version, "version is null");
        requireNonNull(reason, "reason is null");
    }
}
