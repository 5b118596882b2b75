package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * A check of a running cluster: a command in one of its containers. It passes with exit code 0, is skipped with {@link #SKIPPED}, and fails
 * with any other code or after the timeout. The first line of output that is not blank is the message for the operator.
 *
 * @param name the name for the operator, for example {@code python reaches mysql:3306}; unique within a cluster
 * @param module the module of the pod, which the cluster.yaml lists; the host uses one of the ready pods
 * @param container the container of the pod, for example {@code python}
 * @param command program and arguments, started without a shell; without passwords, and without changes to the cluster except logs and
 *     jobs
 * @param timeout the maximum duration
 * @param remedy what to do if it fails, as a sentence without a full stop
 * @since 1.1.0
 */
public record ClusterCheck(
        String name, String module, String container, List<String> command, Duration timeout, String remedy) {

    /** The exit code of a skipped check, as in GNU Automake's test suites. */
    public static final int SKIPPED = 77;

    private static final Duration CONNECTION = Duration.ofSeconds(5);

    /** Longer than the connection timeout, so that the command can print why it failed. */
    private static final Duration PROBE = CONNECTION.plusSeconds(5);

    /**
     * Opens a connection with bash, Python 3 or netcat, whichever the image has. The arguments are host, port and seconds. An unknown
     * name fails at once; an address that does not answer fails after these seconds.
     */
    private static final String OPEN_CONNECTION = """
            limit() { if command -v timeout >/dev/null; then timeout "$seconds" "$@"; else "$@"; fi; }
            host=$1 port=$2 seconds=$3
            if command -v bash >/dev/null; then
              limit bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$host" "$port" 2>/dev/null
            elif command -v python3 >/dev/null; then
              limit python3 -c 'import socket, sys
            socket.create_connection((sys.argv[1], int(sys.argv[2])), float(sys.argv[3])).close()' \\
                "$host" "$port" "$seconds" 2>/dev/null
            elif command -v nc >/dev/null; then
              limit nc -z "$host" "$port" 2>/dev/null
            else
              echo "the image has neither bash nor python3 nor nc, so the connection cannot be checked"
              exit 77
            fi
            case $? in
              0) echo "$host:$port accepts connections" ;;
              124|143) echo "$host:$port does not answer within $seconds s"; exit 1 ;;
              *) echo "$host:$port cannot be reached: unknown host name, or connection refused"; exit 1 ;;
            esac
            """;

    public ClusterCheck {
        requireNonNull(name, "name is null");
        requireNonNull(module, "module is null");
        requireNonNull(container, "container is null");
        command = List.copyOf(command);
        requireNonNull(timeout, "timeout is null");
        requireNonNull(remedy, "remedy is null");
    }

    /**
     * Returns a check that opens a TCP connection from a container. The image needs {@code sh}, and bash, Python 3 or netcat; without
     * these three the check is skipped.
     *
     * @param name see {@link #name}
     * @param module see {@link #module}
     * @param container see {@link #container}
     * @param host a host name or address; text of a user is safe because it is an argument of the script
     * @param port 1 to 65535
     * @param remedy see {@link #remedy}
     * @return the check
     */
    public static ClusterCheck tcp(String name, String module, String container, String host, int port, String remedy) {
        List<String> command = List.of(
                "sh", "-c", OPEN_CONNECTION, "sh", host, String.valueOf(port), String.valueOf(CONNECTION.toSeconds()));
        return new ClusterCheck(name, module, container, command, PROBE, remedy);
    }
}
