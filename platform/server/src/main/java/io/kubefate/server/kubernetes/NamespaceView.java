package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

/**
 * A namespace in Kubernetes.
 *
 * @param name its name
 * @param status {@code Active} or {@code Terminating}
 * @param labels its labels
 * @param annotations its annotations
 * @param createdAt when it was created
 */
public record NamespaceView(
        String name, String status, Map<String, String> labels, Map<String, String> annotations, Instant createdAt) {

    public NamespaceView {
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
        requireNonNull(labels, "labels is null");
        requireNonNull(annotations, "annotations is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
