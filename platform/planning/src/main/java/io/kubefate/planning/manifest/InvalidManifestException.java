package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

/** A template rendered something other than Kubernetes objects of the cluster's namespace. */
public final class InvalidManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidManifestException(String template, String message) {
        super("template " + requireNonNull(template, "template is null") + ": "
                + requireNonNull(message, "message is null"));
    }
}
