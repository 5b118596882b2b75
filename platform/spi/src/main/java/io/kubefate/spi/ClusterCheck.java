package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * Something of a running cluster that can be tried: a command in one of its containers. It passes when the command ends with exit
 * code 0, is skipped with {@link #SKIPPED}, and fails with any other code or when its time is over. The first line that the
 * command prints and that is not blank is what the operator is told.
 *
 * @param name what is tried, as the operator reads it, for example {@code python reaches mysql:3306}; distinct within a cluster
 * @param module whose pods it runs in, one that the cluster.yaml lists; of several ready pods, one is taken
 * @param container the container of that pod, for example {@code python}
 * @param command program and arguments, started without a shell; holds no password, and leaves the cluster as it is but
 *     for logs and lists of jobs
 * @param timeout how long it may take
 * @param remedy what to do when it fails, as a sentence without a full stop
 */
public record ClusterCheck(
        String name, String module, String container, List<String> command, Duration timeout, String remedy) {

    /** The exit code of a command that could not try what it was to try; the same as in GNU Automake's test suites. */
    public static final int SKIPPED = 77;

    private static final Duration CONNECTION = Duration.ofSeconds(5);

    /** Longer than the connection may take, so that the command itself can say what it met. */
    private static final Duration PROBE = CONNECTION.plusSeconds(5);

    /**
     * Opens a connection with what the image has: bash, Python 3 or netcat. The arguments are host, port and seconds. A name
     * that nobody serves is refused by the resolver at once; an address that does not answer takes all the seconds.
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
              echo "the image has neither bash nor python3 nor nc, so no connection can be tried"
              exit 77
            fi
            case $? in
              0) echo "$host:$port accepts connections" ;;
              124|143) echo "$host:$port does not answer within $seconds s"; exit 1 ;;
              *) echo "$host:$port cannot be reached: unknown name, or nobody listens there"; exit 1 ;;
            esac
            """;

    /** Checks that nothing is null and copies the list. */
    public ClusterCheck {
        requireNonNull(name, "name is null");
        requireNonNull(module, "module is null");
        requireNonNull(container, "container is null");
        command = List.copyOf(command);
        requireNonNull(timeout, "timeout is null");
        requireNonNull(remedy, "remedy is null");
    }

    /**
     * Whether a container can open a TCP connection. The image needs {@code sh}, and bash, Python 3 or netcat; without any of
     * these three the check is skipped.
     *
     * @param name see {@link #name}
     * @param module see {@link #module}
     * @param container see {@link #container}
     * @param host a name or address; may be a user's text, for it is an argument and no part of the script
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
