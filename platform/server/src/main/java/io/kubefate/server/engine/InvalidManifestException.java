package io.kubefate.server.engine;

/** A template made something that is no Kubernetes object of the cluster's namespace. */
final class InvalidManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidManifestException(String template, String message) {
        super("template " + template + ": " + message);
    }
}
