package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a log line by line. A line longer than 256 KiB is split, so that no container can fill the memory. A last line without a line end
 * is a line.
 */
final class LogReader implements AutoCloseable {

    static final int MAX_LINE = 256 * 1024;

    private static final int BUFFER = 8 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;

    LogReader(InputStream in) {
        this.in = requireNonNull(in, "in is null");
    }

    /**
     * Waits for the next line; empty at the end of the log.
     *
     * @throws IOException if the connection breaks, or the thread is interrupted
     */
    Optional<LogLine> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < MAX_LINE) {
            if (position == end && !fill()) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line(line));
            }
            int start = position;
            int limit = Math.min(end, start + MAX_LINE - line.size());
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, position - start);
            if (position < limit) {
                position++;
                return Optional.of(line(line));
            }
        }
        return Optional.of(line(line));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }

    private static LogLine line(ByteArrayOutputStream bytes) {
        return new LogLine(bytes.toString(StandardCharsets.UTF_8));
    }
}
