package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

/** A template made something that is no Kubernetes object of the cluster's namespace. */
public final class InvalidManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidManifestException(String template, String message) {
        super("template " + requireNonNull(template, "template is null") + ": "
                + requireNonNull(message, "message is null"));
    }
}
