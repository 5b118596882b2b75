package io.kubefate.planning.manifest;

/** A template made something that is no Kubernetes object of the cluster's namespace. */
public final class InvalidManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidManifestException(String template, String message) {
        super("template " + template + ": " + message);
    }
}
