package io.kubefate.server.kubernetes.fabric;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.WriteGuard;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * The body of a request. The client reads it once it has a connection, right before it sends it (HTTP/2: after the headers); the guard is
 * asked then. Kubernetes drops a request whose body is missing. Begins anew after its end, because the client sends the request again
 * after it has renewed a token.
 */
final class GuardedBody extends InputStream {

    private final byte[] content;
    private final WriteGuard guard;
    private int position;
    private volatile Optional<RuntimeException> refusal = Optional.empty();

    /** @param content at least one byte */
    GuardedBody(byte[] content, WriteGuard guard) {
        this.content = requireNonNull(content, "content is null");
        this.guard = requireNonNull(guard, "guard is null");
    }

    int length() {
        return content.length;
    }

    /** Returns the exception of the guard if it has rejected the request. */
    Optional<RuntimeException> refusal() {
        return refusal;
    }

    @Override
    public int read() throws IOException {
        byte[] next = new byte[1];
        return read(next, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(next[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (position == content.length) {
            position = 0;
            return -1;
        }
        ask();
        int count = Math.min(length, content.length - position);
        System.arraycopy(content, position, buffer, offset, count);
        position += count;
        return count;
    }

    private void ask() throws IOException {
        try {
            guard.check();
        } catch (RuntimeException e) {
            refusal = Optional.of(e);
            throw new IOException("the request may not be sent any longer", e);
        }
    }
}
