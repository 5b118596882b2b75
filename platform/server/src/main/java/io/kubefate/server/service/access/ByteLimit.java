package io.kubefate.server.service.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The number of bytes of a container's log that may still be sent: lines with their ends, in UTF-8, without prefixes. */
final class ByteLimit {

    private long left;

    ByteLimit(Optional<Long> limit) {
        this.left = limit.orElse(Long.MAX_VALUE);
    }

    /** Returns the part of the line that fits, without splitting a character. */
    LogLine cut(LogLine line) {
        byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < left) {
            left -= bytes.length + 1;
            return line;
        }
        int length = (int) left;
        left = 0;
        while (length > 0 && length < bytes.length && (bytes[length] & 0xC0) == 0x80) {
            length--;
        }
        return new LogLine(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    boolean isReached() {
        return left <= 0;
    }
}
