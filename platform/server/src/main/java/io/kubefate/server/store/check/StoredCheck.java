package io.kubefate.server.store.check;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A command that a check of a cluster runs in one of its containers.
 *
 * @param name what it checks
 * @param module whose pod it runs in
 * @param container the container of that pod
 * @param command program and arguments
 * @param timeoutMillis how long it may take
 * @param remedy what to do when it fails
 */
public record StoredCheck(
        String name, String module, String container, List<String> command, long timeoutMillis, String remedy) {

    public StoredCheck {
        requireNonNull(name, "name is null");
        requireNonNull(module, "module is null");
        requireNonNull(container, "container is null");
        command = List.copyOf(command);
        requireNonNull(remedy, "remedy is null");
    }
}
