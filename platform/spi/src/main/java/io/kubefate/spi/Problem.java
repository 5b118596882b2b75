package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong or doubtful in a cluster.yaml.
 *
 * @param severity an error refuses the cluster.yaml, a warning is told and passes
 * @param path where, with dots and indexes: {@code rollsite.partyList[0].partyIp}; empty for the whole file. The host adds the line
 *     of this key, or of the nearest one above it that is there
 * @param message what is wrong and what to write instead, without the path and without a full stop: {@code has no effect with type
 *     ClusterIP; write type: NodePort beside it, or remove it}
 */
public record Problem(Severity severity, String path, String message) {

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Checks that nothing is null. */
    public Problem {
        requireNonNull(severity, "severity is null");
        requireNonNull(path, "path is null");
        requireNonNull(message, "message is null");
    }

    /**
     * A problem that refuses the cluster.yaml.
     *
     * @param path see {@link #path}
     * @param message see {@link #message}
     * @return the problem
     */
    public static Problem error(String path, String message) {
        return new Problem(Severity.ERROR, path, message);
    }

    /**
     * Something that the operator should know and that does not stop the cluster.
     *
     * @param path see {@link #path}
     * @param message see {@link #message}
     * @return the problem
     */
    public static Problem warning(String path, String message) {
        return new Problem(Severity.WARNING, path, message);
    }

    /** {@return whether this refuses the cluster.yaml} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
