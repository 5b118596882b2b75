package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

/**
 * An error or a warning in a cluster.yaml.
 *
 * @param severity an error rejects the cluster.yaml, a warning is only reported
 * @param path the path with dots and indexes, {@code rollsite.partyList[0].partyIp}, or empty for the whole file. The host adds the line
 *     of this key or of its nearest parent in the file
 * @param message what is wrong and how to correct it, without the path and without a full stop: {@code has no effect with type
 *     ClusterIP; set type: NodePort, or remove this line}
 */
public record Problem(Severity severity, String path, String message) {

    public enum Severity {
        ERROR,
        WARNING
    }

    public Problem {
        requireNonNull(severity, "severity is null");
        requireNonNull(path, "path is null");
        requireNonNull(message, "message is null");
    }

    /**
     * Returns an error, which rejects the cluster.yaml.
     *
     * @param path see {@link #path}
     * @param message see {@link #message}
     * @return the problem
     */
    public static Problem error(String path, String message) {
        return new Problem(Severity.ERROR, path, message);
    }

    /**
     * Returns a warning, which is only reported.
     *
     * @param path see {@link #path}
     * @param message see {@link #message}
     * @return the problem
     */
    public static Problem warning(String path, String message) {
        return new Problem(Severity.WARNING, path, message);
    }

    /** {@return whether this rejects the cluster.yaml} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
