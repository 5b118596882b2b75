package io.kubefate.server.http.body;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;

/** A body in memory, which takes room as it arrives, whatever length the client announced. */
final class BodyInMemory implements ReceivedBody {

    private ByteArrayOutputStream received = new ByteArrayOutputStream(0);

    @Override
    public void write(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        received.writeBytes(copy);
    }

    @Override
    public Content.Chunk read() {
        byte[] whole = received.toByteArray();
        received = new ByteArrayOutputStream(0);
        return whole.length == 0 ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(whole), true);
    }

    @Override
    public boolean blocks() {
        return false;
    }

    @Override
    public void close() {
        received = new ByteArrayOutputStream(0);
    }
}
