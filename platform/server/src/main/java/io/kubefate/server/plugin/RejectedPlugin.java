package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A jar in the plugins directory that is not loaded.
 *
 * @param file the jar
 * @param id its {@code Plugin-Id}, if it could be read
 * @param version its {@code Plugin-Version}, if it could be read
 * @param reason the problem and what to do, for the administrator
 */
public record RejectedPlugin(Path file, Optional<String> id, Optional<String> version, String reason) {

    public RejectedPlugin {
        requireNonNull(file, "file is null");
        requireNonNull(id, "id is null");
        requireNonNull(version, "version is null");
        requireNonNull(reason, "reason is null");
    }
}
