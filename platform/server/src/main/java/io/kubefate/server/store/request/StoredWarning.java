package io.kubefate.server.store.request;

import static java.util.Objects.requireNonNull;

/**
 * A warning about a cluster.yaml.
 *
 * @param path the key; empty for the whole file
 * @param line from 1; 0 if unknown
 */
public record StoredWarning(String path, int line, String message) {

    public StoredWarning {
        requireNonNull(path, "path is null");
        requireNonNull(message, "message is null");
    }
}
