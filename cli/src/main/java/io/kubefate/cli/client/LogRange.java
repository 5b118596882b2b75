package io.kubefate.cli.client;

import java.time.Duration;
import java.time.Instant;

/**
 * Which lines of a container's log to read.
 *
 * @param since the maximum age of a line; zero for all
 * @param sinceTime the time of the first line, in RFC 3339 or without a zone for UTC; empty for all
 * @param tail the number of last lines; negative for all
 * @param limitBytes the number of bytes; 0 for all
 */
public record LogRange(Duration since, String sinceTime, long tail, long limitBytes) {

    LogRange since(Instant time) {
        return new LogRange(Duration.ZERO, time.toString(), -1, limitBytes);
    }
}
